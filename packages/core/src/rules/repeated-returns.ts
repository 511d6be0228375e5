import type { Request } from "../history/replay-types";
import type { NamedUnit } from "./finding";
import type { OccurrenceRule } from "./rule";

/**
 * Nobody before the verdict; then the centre that took the order back, or the unit that was rejected. A request that a
 * centre makes in the unit's stead names nobody.
 */
function named({ answer, own, leg }: Request): readonly NamedUnit[] {
  if (!answer || !own) return [];
  const unit = answer.approved ? answer.centre : leg.unit;
  return unit === null ? [] : [{ unit, since: answer.event.at }];
}

/** 多次退单: returns asked for, by whichever unit. */
export const repeatedReturns: OccurrenceRule = {
  id: "repeated-returns",
  type: "occurrence",
  per: "order",
  needs: [["return_requested"]],
  *occurrences({ replay }) {
    for (const { event, request } of replay.events) {
      if (event.kind !== "return_requested" || !request) continue;
      yield { at: event.at, event, unit: null, names: named(request) };
    }
  },
};
