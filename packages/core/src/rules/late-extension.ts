import { requester } from "./repeated-extensions";
import { type OccurrenceRule, ofOrder } from "./rule";

/** 逾期后申请延期: an extension asked for when the due instant had come. */
export const lateExtension: OccurrenceRule = {
  id: "late-extension",
  type: "occurrence",
  per: "order",
  needs: [["extension_requested"]],
  *occurrences({ replay }) {
    for (const replayed of replay.events) {
      const { event, due } = replayed;
      if (event.kind === "extension_requested" && due !== null && event.at >= due) {
        yield ofOrder(event, requester(replayed));
      }
    }
  },
};
