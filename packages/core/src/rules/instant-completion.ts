import type { OrderEvent } from "../history/event";
import type { Replay } from "../history/replay-types";
import { MINUTE } from "../instant";
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
  measure: ({ replay }, counted) => ({
    minutes: Math.min(...counted.map(({ event }) => minutesHeld(replay, event))),
  }),
};

function minutesHeld({ events }: Replay, completed: OrderEvent): number {
  const leg = events.find(({ event }) => event === completed)?.leg;
  return leg ? Math.ceil((completed.at - leg.start) / MINUTE) : 0;
}
