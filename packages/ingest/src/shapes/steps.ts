import type { OrderEvent } from "@tianyan/core";
import type { StepRow } from "../rows/row";
import { type Derived, eventOf, inOrder, withoutRepeats } from "./derived";
import { resultOf } from "./happenings";

/**
 * `shape: step`: a row is a stay at a unit. Its arrival is `dispatched` to that unit, by nobody; its outcome happens when it
 * finished, by that unit.
 */
export function deriveFromSteps(rows: readonly StepRow[]): Derived {
  const { rows: distinct, duplicates } = withoutRepeats(inOrder(rows));
  const events: OrderEvent[] = [];
  for (const row of distinct) {
    events.push({ ...eventOf(row, 0, "dispatched"), toUnit: row.unit, dueAt: row.dueAt });
    row.outcomes.forEach((kind, index) => {
      const at = row.finishedAt ?? row.at;
      events.push({
        ...eventOf(row, index + 1, kind),
        at,
        unit: row.unit,
        toUnit: row.toUnit,
        result: resultOf(kind, row.result),
      });
    });
  }
  return { events, duplicates };
}
