import { isEventKind, readDemandClass, readKind, readResult } from "@tianyan/core";
import { dateFormsOf } from "../dates/detect-form";
import type { TableReader } from "../readers/reader";

const isInstant = (text: string): boolean => dateFormsOf(text).length > 0;
const isKind = (text: string): boolean => isEventKind(text) || readKind(text) !== null;
const isResult = (text: string): boolean => readResult(text) !== null || readDemandClass(text) !== null;

/** Whether a value can stand in a column, for those columns whose values tell. */
const FITS: Readonly<Record<string, (text: string) => boolean>> = {
  at: isInstant,
  due_at: isInstant,
  received_at: isInstant,
  finished_at: isInstant,
  kind: isKind,
  outcome: isKind,
  result: isResult,
};

/** Share of the sample's rows in which a column holds what it should. */
function share(column: string, header: string, reader: TableReader): number {
  const place = reader.columns.indexOf(header);
  const fits = FITS[column] ?? ((text: string) => text !== "");
  const rows = reader.sample;
  return rows.filter((row) => fits(row[place] ?? "")).length / rows.length;
}

const CHANNEL =
  /电话|来电|热线|微信|公众号|小程序|网站|网络|互联网|app|短信|邮件|信箱|来信|来访|窗口|微博|抖音|自助|留言/i;
const EITHER = new Set(["来源", "数据来源"]);

/** 来源 is the system that an order came from, or the way it came in: most of the sample tells. */
function isMeant(column: string, header: string, reader: TableReader): boolean {
  if (!EITHER.has(header.trim()) || (column !== "source" && column !== "channel")) return true;
  const place = reader.columns.indexOf(header);
  const filled = reader.sample.map((row) => row[place] ?? "").filter((value) => value !== "");
  const channels = filled.filter((value) => CHANNEL.test(value)).length;
  return channels * 2 > filled.length === (column === "channel");
}

/**
 * Of several headers that may all name a column, the one whose sample holds most of what belongs there; where that decides nothing, the
 * first.
 */
export function bestFilled(column: string, headers: readonly string[], reader: TableReader): string | null {
  const [first, ...others] = headers.filter((header) => isMeant(column, header, reader));
  if (first === undefined) return null;
  if (others.length === 0 || reader.sample.length === 0) return first;
  let best = first;
  let most = share(column, first, reader);
  for (const header of others) {
    const found = share(column, header, reader);
    if (found > most + 0.05) {
      best = header;
      most = found;
    }
  }
  return best;
}
