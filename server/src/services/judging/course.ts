import { returnVerdicts, tallyOf } from "@tianyan/core";
import type { LegRow, TallyRow, VerdictRow } from "@tianyan/db";
import type { JudgedHistory } from "./judge-orders";

/** What is kept of the way an order took: who had it, what centres said to returns, and when what is counted happened. */
export interface Course {
  readonly tallies: readonly TallyRow[];
  readonly legs: readonly LegRow[];
  readonly verdicts: readonly VerdictRow[];
}

export function courseOf({ source, orderId, judged: { replay }, bench }: JudgedHistory): Course {
  const key = { source, order_id: orderId };
  return {
    tallies: [{ source, orderId, tally: tallyOf(replay) }],
    legs: replay.legs.map(({ unit, start, end, spell }, ordinal) => ({
      ...key,
      ordinal,
      unit,
      start_at: start,
      end_at: end,
      spell: replay.spells.indexOf(spell),
    })),
    verdicts: returnVerdicts(replay, bench.setting.centres).map((verdict, ordinal) => ({
      ...key,
      ordinal,
      ...verdict,
    })),
  };
}

/** Equal texts for equal courses. */
export const courseText = ({ legs, verdicts }: Omit<Course, "tallies">): string =>
  JSON.stringify([
    legs.map((leg) => [leg.unit, leg.start_at, leg.end_at, leg.spell]),
    verdicts.map(({ unit, centre, approved, at }) => [unit, centre, approved, at]),
  ]);
