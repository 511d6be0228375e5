import type { OrderEvent } from "../history/event";
import type { Replay } from "../history/replay-types";
import { type Instant, isoInstant } from "../instant";
import type { ConditionRule } from "./rule";
import { deadlineSteps } from "./steps";

/** What a survey or a rating says of the citizen; null where it says nothing. */
export function satisfaction({ kind, result }: OrderEvent): "satisfied" | "dissatisfied" | null {
  if (kind !== "surveyed" && kind !== "rated") return null;
  if (result === "dissatisfied" || result === "unresolved" || result === "1" || result === "2") return "dissatisfied";
  if (result === "satisfied" || result === "basically_satisfied") return "satisfied";
  return result === "3" || result === "4" || result === "5" ? "satisfied" : null;
}

interface Discontent {
  readonly startEvent: OrderEvent;
  readonly doneBy: string | null;
  readonly end: Instant | null;
}

/** From a bad result on a done order to its reopening or a better result; one at a time. */
function* discontents(replay: Replay): Iterable<Discontent> {
  let open: Omit<Discontent, "end"> | null = null;
  let doneBy: string | null = null;
  for (const { event, spell, finishes } of replay.events) {
    const said = satisfaction(event);
    if (open && (spell !== null || said === "satisfied")) {
      yield { ...open, end: event.at };
      open = null;
    }
    if (finishes) doneBy = spell?.doneBy ?? null;
    else if (!open && spell === null && said === "dissatisfied") open = { startEvent: event, doneBy };
  }
  if (open) yield { ...open, end: null };
}

/** 不满意未重办: the citizen is not satisfied, and the order is not taken up again. */
export const dissatisfied: ConditionRule = {
  id: "dissatisfied",
  type: "condition",
  needs: [["surveyed", "rated"]],
  *conditions({ replay, clock }, { steps }) {
    for (const { startEvent, doneBy, end } of discontents(replay)) {
      yield {
        startEvent,
        clearedAt: end,
        ...deadlineSteps(clock.deadline, startEvent.at, steps, end),
        units: () => (doneBy === null ? [] : [doneBy]),
        measure: () => ({ since: isoInstant(startEvent.at), result: startEvent.result }),
      };
    }
  },
};
