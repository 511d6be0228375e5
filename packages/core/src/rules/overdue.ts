import { isoInstant } from "../instant";
import { mainHolders } from "./holders";
import type { ConditionRule } from "./rule";
import { deadlineSteps } from "./steps";

/** 超期: the due instant has come and the order is not done. */
export const overdue: ConditionRule = {
  id: "overdue",
  type: "condition",
  needs: [["completed", "closed"]],
  *conditions({ replay, clock }, { steps }) {
    for (const { due, setBy, until, spell, provisional } of replay.dues) {
      const reached = deadlineSteps(clock.deadlineFromDue, due, steps, until);
      const [leg] = spell.legs;
      yield {
        startEvent: setBy,
        clearedAt: until,
        steps: reached.steps,
        provisional: provisional || reached.provisional,
        units: () => mainHolders(replay, leg && leg.start < due ? leg.start : due, due),
        measure: () => ({ due_at: isoInstant(due) }),
      };
    }
  },
};
