import { type OccurrenceRule, ofUnit } from "./rule";

/** 职责内退单: a unit asks to give back what the competence catalogue puts into its charge. */
export const wrongfulReturn: OccurrenceRule = {
  id: "wrongful-return",
  type: "occurrence",
  per: "unit",
  needs: [["return_requested"]],
  *occurrences({ replay, order, competence }) {
    const inCharge = competence.unitsFor(order.category);
    if (inCharge.size === 0) return;
    for (const { event, leg, own } of replay.events) {
      if (event.kind === "return_requested" && leg && own && inCharge.has(leg.unit)) yield ofUnit(event, leg.unit);
    }
  },
  measure: ({ order }) => ({ category: order.category }),
};
