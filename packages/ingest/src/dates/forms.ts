import type { WrittenTime } from "./iso";

type Groups = Readonly<Record<string, string | undefined>>;

const CLOCK =
  "(?:(?<half>上午|下午|晚上|中午|凌晨|早上)\\s*)?(?<h>\\d{1,2})\\s*[:：时点]\\s*(?:(?<m>\\d{1,2})\\s*(?:[:：分]\\s*(?:(?<s>\\d{1,2})(?:[.,](?<f>\\d{1,9}))?\\s*秒?)?)?)?\\s*(?<meridiem>[AaPp]\\.?[Mm]\\.?)?";
const OFFSET = "\\s*(?<offset>[Zz]|(?:UTC|GMT)?[+-]\\d{2}(?::?\\d{2})?)?";
const WEEKDAY = "(?:\\s*(?:星期|周)[一二三四五六日天])?";

const form = (date: string): RegExp => new RegExp(`^${date}${WEEKDAY}(?:\\s*[T\\s,，]?\\s*${CLOCK}${OFFSET})?$`);

const YEAR_FIRST = form("(?<y>\\d{4})\\s*(?:[-/.]|年)\\s*(?<mo>\\d{1,2})\\s*(?:[-/.]|月)\\s*(?<d>\\d{1,2})\\s*日?");
const DAY_FIRST = form("(?<d>\\d{1,2})[-/.](?<mo>\\d{1,2})[-/.](?<y>\\d{4})");
const MONTH_FIRST = form("(?<mo>\\d{1,2})[-/.](?<d>\\d{1,2})[-/.](?<y>\\d{4})");
const COMPACT =
  /^(?<y>\d{4})(?<mo>\d{2})(?<d>\d{2})(?:T?(?<h>\d{2})(?<m>\d{2})(?:(?<s>\d{2})\.?(?<f>\d{3})?)?(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

function readOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

/** Hour of the day; NaN where the half of the day and the hour contradict each other. */
function readHour(groups: Groups): number {
  const hour = Number(groups.h ?? 0);
  const meridiem = groups.meridiem?.charAt(0).toLowerCase();
  const half = groups.half;
  if (meridiem !== undefined && (hour < 1 || hour > 12)) return Number.NaN;
  if (half === "晚上" && hour === 12) return 24;
  if (meridiem === "p" || half === "下午" || half === "晚上" || (half === "中午" && hour < 11))
    return hour < 12 ? hour + 12 : hour;
  if (meridiem !== "a" && half !== "凌晨" && half !== "上午" && half !== "早上") return hour;
  if (hour > 12) return Number.NaN;
  return hour === 12 && half !== "上午" ? 0 : hour;
}

function toTime(groups: Groups | undefined): WrittenTime | null {
  if (!groups) return null;
  const hour = readHour(groups);
  if (Number.isNaN(hour)) return null;
  return {
    year: Number(groups.y),
    month: Number(groups.mo),
    day: Number(groups.d),
    hour,
    minute: Number(groups.m ?? 0),
    second: Number(groups.s ?? 0),
    ms: Number((groups.f ?? "").padEnd(3, "0").slice(0, 3)),
    offset: readOffset(groups.offset),
  };
}

/** Year first: `2024/3/5 9:07`, `2024-03-05T09:07:00.123+0800`, `2024年3月5日 下午2时7分`, `20240305090700`. */
export const readYearFirst = (text: string): WrittenTime | null =>
  toTime(YEAR_FIRST.exec(text)?.groups ?? COMPACT.exec(text)?.groups);

/** `29/2/2016 01:16`. */
export const readDayFirst = (text: string): WrittenTime | null => toTime(DAY_FIRST.exec(text)?.groups);

/** `2/29/2016 1:16 PM`. */
export const readMonthFirst = (text: string): WrittenTime | null => toTime(MONTH_FIRST.exec(text)?.groups);

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const MS_A_DAY = 86_400_000;

/** Excel serial date, `45356.379861`: days since 30 December 1899, to the nearest second. */
export function readSerial(text: string): WrittenTime | null {
  if (!/^\d{5}(?:\.\d{1,17})?$/.test(text)) return null;
  const civil = new Date(EXCEL_EPOCH + Math.round((Number(text) * MS_A_DAY) / 1000) * 1000);
  return {
    year: civil.getUTCFullYear(),
    month: civil.getUTCMonth() + 1,
    day: civil.getUTCDate(),
    hour: civil.getUTCHours(),
    minute: civil.getUTCMinutes(),
    second: civil.getUTCSeconds(),
    ms: 0,
    offset: null,
  };
}
