import type { DecisionItem } from "@tianyan/api";
import { type DecisionFact, type Instant, instant, isoInstant, LEVELS, type Level } from "@tianyan/core";
import type { DecisionRow, FindingToDecide } from "@tianyan/db";
import { shownOrNull } from "../personal/shown";

/** By its number in the database: 0 none yet, 1 yellow, 2 orange, 3 red. */
export const levelOf = (rank: number): Level | null => LEVELS[rank - 1] ?? null;
export const rankOf = (level: Level): number => LEVELS.indexOf(level) + 1;

/** How far a finding has come, by the same number. */
export const levelNow = ({ yellow_at, orange_at, red_at }: FindingToDecide, at: Instant): number =>
  [yellow_at, orange_at, red_at].findLastIndex((step) => step !== null && step <= at) + 1;

const untilOf = (row: DecisionRow): Instant | Level | null =>
  row.watch_until === null ? levelOf(row.watch_level ?? 0) : instant(row.watch_until);

/** The row as the core knows it. */
export const factOf = (row: DecisionRow): DecisionFact & { readonly row: DecisionRow } => ({
  kind: row.kind,
  at: instant(row.at),
  undoneAt: row.undone_at === null ? null : instant(row.undone_at),
  level: levelOf(row.level),
  events: row.events,
  until: untilOf(row),
  row,
});

export function decisionItem(row: DecisionRow): DecisionItem {
  const until = untilOf(row);
  return {
    id: row.id,
    act: row.act,
    kind: row.kind,
    by: { id: row.account, name: row.author },
    at: isoInstant(instant(row.at)),
    reason: row.reason,
    text: shownOrNull(row.text),
    until: typeof until === "number" ? isoInstant(until) : until,
    level: levelOf(row.level),
    events: row.events,
    undone:
      row.undone_at === null
        ? null
        : { at: isoInstant(instant(row.undone_at)), by: { id: row.undone_by ?? "", name: row.undone_author ?? "" } },
  };
}
