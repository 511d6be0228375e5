import type { HappeningRow, MappedRow, StateRow, StepRow } from "../rows/row";
import type { Derived } from "./derived";
import { deriveFromHappenings } from "./happenings";
import { deriveFromStates } from "./states";
import { deriveFromSteps } from "./steps";

/**
 * What the rows of one order, all of one shape and in any order, say happened. Pure, and of all rows at once: a late row in shape `state`
 * changes what the rows around it bring.
 */
export function deriveEvents(rows: readonly MappedRow[]): Derived {
  switch (rows[0]?.shape) {
    case undefined:
      return { events: [], duplicates: [] };
    case "event":
      return deriveFromHappenings(rows as readonly HappeningRow[]);
    case "state":
      return deriveFromStates(rows as readonly StateRow[]);
    case "step":
      return deriveFromSteps(rows as readonly StepRow[]);
  }
}
