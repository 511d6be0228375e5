import type { Leg } from "../history/replay-types";
import { type OccurrenceRule, ofUnit } from "./rule";

/** 逾期退单: a unit's own first request of a leg came when the time allowed for it was over. */
export const lateReturn: OccurrenceRule = {
  id: "late-return",
  type: "occurrence",
  per: "unit",
  needs: [["return_requested"]],
  *occurrences({ replay, clock }, { within }) {
    if (!within) return;
    const seen = new Set<Leg>();
    for (const { event, leg, own } of replay.events) {
      if (event.kind !== "return_requested" || !leg || !own || seen.has(leg)) continue;
      seen.add(leg);
      const allowed = clock.deadline(leg.start, within);
      if (event.at >= allowed.at) yield ofUnit(event, leg.unit, allowed.provisional);
    }
  },
};
