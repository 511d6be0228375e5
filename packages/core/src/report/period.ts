import type { Zone } from "../calendar/zone";
import { DAY, type Instant } from "../instant";

/** From `from` on, before `to`: both local midnights. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

export interface ReportPeriod extends Period {
  /** It has not ended at T. */
  readonly running: boolean;
  /** What it is held against: as long, and where it is running, as far. */
  readonly before: Period;
  readonly trend: { readonly step: "week" | "month"; readonly parts: readonly Period[] };
}

const WEEKS = 12;
const LONGEST_IN_WEEKS = 92;
const MOST_MONTHS = 36;

const civil = (date: number) => {
  const day = new Date(date * DAY);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth(), day: day.getUTCDate() };
};
const dateOf = (year: number, month: number, day = 1): number => Date.UTC(year, month, day) / DAY;
const addMonths = (date: number, months: number): number => {
  const { year, month } = civil(date);
  return dateOf(year, month + months);
};
const isFirst = (date: number): boolean => civil(date).day === 1;
const monthsBetween = (from: number, to: number): number => {
  const [a, b] = [civil(from), civil(to)];
  return (b.year - a.year) * 12 + b.month - a.month;
};
/** The Monday of the week of a date; 1970-01-01 was a Thursday. */
const monday = (date: number): number => date - ((((date + 3) % 7) + 7) % 7);

/** The whole period before: months go with months, any other length with the same number of dates. */
function dateBefore(from: number, to: number, known: number): readonly [number, number] {
  const dates = known - from;
  if (!isFirst(from) || !isFirst(to)) return [from - dates, from];
  const start = addMonths(from, -monthsBetween(from, to));
  return [start, known < to ? Math.min(from, start + dates) : from];
}

function partsOf(from: number, known: number): readonly (readonly [number, number])[] {
  if (known - from <= LONGEST_IN_WEEKS) {
    const last = monday(known - 1);
    return Array.from({ length: WEEKS }, (_, week) => last - 7 * (WEEKS - 1 - week)).map((start) => [start, start + 7]);
  }
  const last = addMonths(known - 1, 0);
  const count = Math.min(MOST_MONTHS, monthsBetween(from, last) + 1);
  return Array.from({ length: count }, (_, month) => addMonths(last, month + 1 - count)).map((start) => [
    start,
    addMonths(start, 1),
  ]);
}

/**
 * The period of a report at T, in whole local dates: as asked for, else the month of T. Its trend are the twelve weeks up
 * to its end, or, where it is longer than a quarter, its months.
 */
export function reportPeriod(zone: Zone, at: Instant, from: Instant | null, to: Instant | null): ReportPeriod {
  const today = zone.dateOf(at);
  const { year, month } = civil(today);
  const first = from === null ? dateOf(year, month) : zone.dateOf(from);
  const asked = to === null ? (from === null ? addMonths(first, 1) : today + 1) : zone.dateOf(to);
  const end = Math.max(asked, first + 1);
  const known = Math.max(first + 1, Math.min(end, today + 1));
  const period = ([start, stop]: readonly [number, number]): Period => ({
    from: zone.startOf(start),
    to: zone.startOf(stop),
  });
  const parts = partsOf(first, known);
  return {
    ...period([first, end]),
    running: zone.startOf(end) > at,
    before: period(dateBefore(first, end, known)),
    trend: { step: known - first <= LONGEST_IN_WEEKS ? "week" : "month", parts: parts.map(period) },
  };
}
