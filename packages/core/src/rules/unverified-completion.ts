import { isContact, type Leg, type Replay, type ReplayedEvent } from "../history/replay-types";
import { type OccurrenceRule, ofUnit } from "./rule";

/** A unit's own completion of a leg in which nobody had called or gone there. */
export function* completedWithoutContact(replay: Replay): Iterable<ReplayedEvent & { readonly leg: Leg }> {
  let contact = false;
  for (const replayed of replay.events) {
    const { event, leg, own, begins } = replayed;
    if (isContact(event)) contact = true;
    if (event.kind === "completed" && leg && own && !contact) yield { ...replayed, leg };
    if (begins) contact = false;
  }
}

/** 未联系即办结. */
export const unverifiedCompletion: OccurrenceRule = {
  id: "unverified-completion",
  type: "occurrence",
  per: "unit",
  needs: [["completed"], ["contacted", "visited"]],
  *occurrences({ replay }) {
    for (const { event, leg } of completedWithoutContact(replay)) yield ofUnit(event, leg.unit);
  },
};
