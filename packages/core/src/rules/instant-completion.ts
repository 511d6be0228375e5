import { naturalLength } from "../parameters/duration";
import { type OccurrenceRule, ofUnit } from "./rule";
import { completedWithoutContact } from "./unverified-completion";

/** 秒结: completed without contact, and within a time too short to have done anything. */
export const instantCompletion: OccurrenceRule = {
  id: "instant-completion",
  type: "occurrence",
  per: "unit",
  needs: [["completed"], ["contacted", "visited"]],
  *occurrences({ replay }, { within }) {
    const shortest = within && naturalLength(within);
    if (shortest === null) return;
    for (const { event, leg } of completedWithoutContact(replay)) {
      if (event.at - leg.start <= shortest) yield ofUnit(event, leg.unit);
    }
  },
};
