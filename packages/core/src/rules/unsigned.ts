import type { EventKind } from "../history/event";
import type { Leg, Replay } from "../history/replay-types";
import { type Instant, isoInstant } from "../instant";
import type { ConditionRule } from "./rule";
import { deadlineSteps } from "./steps";

/** Events that show nothing of the holder having taken the order up. */
const NO_SIGN: ReadonlySet<EventKind> = new Set<EventKind>([
  "urged",
  "supervised",
  "noted",
  "assisted",
  "surveyed",
  "rated",
  "classified",
]);

function firstSigns(replay: Replay): Map<Leg, Instant> {
  const signs = new Map<Leg, Instant>();
  for (const { event, leg, own, counts } of replay.events) {
    if (leg && own && counts && !NO_SIGN.has(event.kind) && !signs.has(leg)) signs.set(leg, event.at);
  }
  return signs;
}

/** 签收超时: a unit that got the order does nothing of its own with it. */
export const unsigned: ConditionRule = {
  id: "unsigned",
  type: "condition",
  needs: [["signed"]],
  *conditions({ replay, clock }, { steps }) {
    const signs = firstSigns(replay);
    for (const leg of replay.legs) {
      const clearedAt = signs.get(leg) ?? leg.end;
      yield {
        startEvent: leg.startEvent,
        clearedAt,
        ...deadlineSteps(clock.deadline, leg.start, steps, clearedAt),
        units: () => [leg.unit],
        measure: () => ({ since: isoInstant(leg.start) }),
      };
    }
  },
};
