import { type OccurrenceRule, ofUnit } from "./rule";

/** 退单理由前后不一: a unit gives another reason for its return than before. */
export const shiftingReasons: OccurrenceRule = {
  id: "shifting-reasons",
  type: "occurrence",
  per: "unit",
  needs: [["return_requested"]],
  *occurrences({ replay }) {
    const given = new Set<string>();
    for (const { event, leg, own } of replay.events) {
      if (event.kind !== "return_requested" || !leg || !own || !event.reasonCode) continue;
      const reason = `${leg.unit}\n${event.reasonCode}`;
      if (given.has(reason)) continue;
      given.add(reason);
      yield ofUnit(event, leg.unit);
    }
  },
  measure: (_subject, counted) => ({ reasons: counted.map(({ event }) => event.reasonCode ?? "") }),
};
