import { type OccurrenceRule, ofOrder } from "./rule";

/** 办结后重办: a done order is opened again; it falls on whoever had it when it was done. */
export const reopened: OccurrenceRule = {
  id: "reopened",
  type: "occurrence",
  per: "order",
  needs: [["reopened", "dispatched"]],
  *occurrences({ replay: { spells } }) {
    for (const [index, spell] of spells.entries()) {
      const doneBy = spells[index - 1]?.doneBy;
      if (spell.reopened) yield ofOrder(spell.startEvent, doneBy ? [doneBy] : []);
    }
  },
};
