import { type OccurrenceRule, ofOrder } from "./rule";

/** 派单错误: a return was approved, so whoever sent the order there was wrong. */
export const wrongDispatch: OccurrenceRule = {
  id: "wrong-dispatch",
  type: "occurrence",
  per: "order",
  needs: [["return_approved"]],
  *occurrences({ replay }) {
    for (const { event, leg, counts } of replay.events) {
      if (event.kind === "return_approved" && leg && counts) yield ofOrder(event, [leg.begunBy]);
    }
  },
};
