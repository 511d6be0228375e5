import type { FindingRow } from "@tianyan/api";
import { DAY, type Instant, instant, type Level } from "@tianyan/core";
import { dateOf } from "../../../lib/time";
import { workingDaysBetween } from "../../../lib/working";

/** When a finding turned, or is about to turn, seen from `at`; distances in calendar and working dates. */
export interface Turn {
  readonly tense: "past" | "coming";
  readonly level: Level;
  readonly at: Instant;
  readonly days: number;
  readonly workingDays: number;
}

/** A step this close is said before the one that has passed. */
const SOON = 7 * DAY;

type Steps = Pick<FindingRow, "level" | "since" | "next">;

/** What the column "when" says of a finding: the step to come where it is near, else the last one passed. */
export function turnOf(row: Steps, at: Instant): Turn | null {
  const next = row.next === null ? null : instant(Date.parse(row.next.at));
  if (row.next !== null && next !== null && (row.level === null || next - at <= SOON)) {
    return {
      tense: "coming",
      level: row.next.level,
      at: next,
      days: dateOf(next, true) - dateOf(at),
      workingDays: workingDaysBetween(at, instant(next - 1)),
    };
  }
  if (row.level === null || row.since === null) return null;
  const since = instant(Date.parse(row.since));
  return {
    tense: "past",
    level: row.level,
    at: since,
    days: dateOf(at) - dateOf(since, true),
    workingDays: workingDaysBetween(instant(since - 1), at),
  };
}
