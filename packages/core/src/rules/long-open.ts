import { isoInstant } from "../instant";
import { mainHolders } from "./holders";
import type { ConditionRule } from "./rule";
import { deadlineSteps } from "./steps";

/** 久拖不决: a spell goes on and on. */
export const longOpen: ConditionRule = {
  id: "long-open",
  type: "condition",
  needs: [["completed", "closed"]],
  *conditions({ replay, clock }, { steps }) {
    for (const { start, startEvent, end } of replay.spells) {
      yield {
        startEvent,
        clearedAt: end,
        ...deadlineSteps(clock.deadline, start, steps, end),
        units: (firstStep) => mainHolders(replay, start, firstStep),
        measure: () => ({ since: isoInstant(start) }),
      };
    }
  },
};
