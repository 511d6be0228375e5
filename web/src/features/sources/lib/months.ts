import type { Instant } from "@tianyan/core";
import { formatDate } from "../../../lib/time";

export interface Month {
  /** `2026-09`. */
  readonly name: string;
  /** Its first and last date. */
  readonly from: string;
  readonly to: string;
}

/** The last `most` months in which a source has records, oldest first. */
export function monthsOf(first: Instant, last: Instant, most = 12): Month[] {
  const [year = 0, month = 0] = formatDate(last).split("-").map(Number);
  const earliest = formatDate(first).slice(0, 7);
  const day = (at: number, date: number) => new Date(Date.UTC(year, month - 1 + at, date)).toISOString().slice(0, 10);
  return Array.from({ length: most }, (_, at) => at - most + 1)
    .map((at) => ({ name: day(at, 1).slice(0, 7), from: day(at, 1), to: day(at + 1, 0) }))
    .filter(({ name }) => name >= earliest);
}
