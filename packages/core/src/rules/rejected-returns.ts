import { type OccurrenceRule, ofUnit } from "./rule";

/** 反复退单: the centre rejected a return while the unit held the order. */
export const rejectedReturns: OccurrenceRule = {
  id: "rejected-returns",
  type: "occurrence",
  per: "unit",
  needs: [["return_rejected"]],
  *occurrences({ replay }) {
    for (const { event, leg } of replay.events) {
      if (event.kind === "return_rejected" && leg) yield ofUnit(event, leg.unit);
    }
  },
};
