import type { Leg } from "../history/replay-types";
import { type OccurrenceRule, ofOrder } from "./rule";

/** Who let the order go at the end of a leg. */
function letGo({ unit, ending, requests }: Leg): string[] {
  if (ending === null || ending.how === "done") return [];
  if (ending.how === "passed") return [ending.by];
  if (ending.how === "recalled") return [ending.centre];
  const asked = requests.some((request) => request.about === "return" && request.own);
  return asked ? [unit, ending.centre] : [ending.centre];
}

/** 推诿扯皮: the order comes back to a unit after another unit had it. Pools do not count as units. */
export const pingPong: OccurrenceRule = {
  id: "ping-pong",
  type: "occurrence",
  per: "order",
  needs: [],
  *occurrences({ replay: { legs } }) {
    for (const [index, leg] of legs.entries()) {
      const earlier = legs.slice(0, index).findLastIndex((before) => before.unit === leg.unit);
      if (earlier < 0 || earlier === index - 1) continue;
      yield ofOrder(leg.startEvent, new Set(legs.slice(earlier, index).flatMap(letGo)));
    }
  },
  measure: ({ replay: { events, legs } }) => ({
    legs: legs.length,
    returns: events.filter(({ event }) => event.kind === "return_requested").length,
    between: [...new Set(legs.map((leg) => leg.unit))],
  }),
};
