import { type Instant, zone } from "@tianyan/core";
import { createInstantReader, type ReadInstant } from "../dates/read-instant";
import type { DateOrder } from "../profiles/profile";
import type { Draft } from "./draft";
import type { RowOrder } from "./types";

const MOST_ROWS = 20_000;

/**
 * Which way the rows of a table run, by pairs of rows of one order: whether more of them fall than rise. `stated`: how dates are written,
 * as a profile has it.
 */
export async function rowOrderOf(
  { open, map, dates }: Pick<Draft, "open" | "map" | "dates">,
  stated: unknown,
): Promise<RowOrder | null> {
  const at = map.at?.[0] ?? map.received_at?.[0];
  const id = map.order_id?.[0];
  if (at === undefined || id === undefined) return null;
  const found = dates.find(({ header }) => header === at)?.profile ?? "iso";
  const read = readerOf(statedOrder(stated) ?? found);
  if (!read) return null;
  const last = new Map<string, Instant>();
  let [rising, falling, rows] = [0, 0, 0];
  for await (const batch of open.reader.read([[id], [at]])) {
    for (const { values, broken } of batch) {
      const instant = broken ? null : read(values[1] ?? "");
      if (instant === null) continue;
      const before = last.get(values[0] ?? "");
      if (before !== undefined && instant > before) rising++;
      if (before !== undefined && instant < before) falling++;
      last.set(values[0] ?? "", instant);
    }
    rows += batch.length;
    if (rows >= MOST_ROWS) break;
  }
  return rising + falling === 0 ? null : { newestFirst: falling > rising, rising, falling };
}

/** Null for a pattern that is none: whoever parses the profile says so. */
function readerOf(order: DateOrder): ReadInstant | null {
  try {
    return createInstantReader(order, zone("UTC"));
  } catch {
    return null;
  }
}

function statedOrder(dates: unknown): DateOrder | null {
  if (typeof dates !== "string" || dates === "") return null;
  return dates === "iso" || dates === "dmy" || dates === "mdy" ? dates : { pattern: dates };
}
