import { isoInstant } from "../instant";
import type { ConditionRule } from "./rule";
import { deadlineSteps } from "./steps";

/** 无人认领: an order lies in the pool of a centre. */
export const undispatched: ConditionRule = {
  id: "undispatched",
  type: "condition",
  needs: [["accepted"], ["dispatched"]],
  *conditions({ replay, clock }, { steps }) {
    for (const { centre, start, startEvent, end } of replay.pools) {
      yield {
        startEvent,
        clearedAt: end,
        ...deadlineSteps(clock.deadline, start, steps, end),
        units: () => [centre],
        measure: () => ({ since: isoInstant(start) }),
      };
    }
  },
};
