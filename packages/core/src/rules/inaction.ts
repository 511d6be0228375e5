import type { OrderEvent } from "../history/event";
import { isSubstantive, type Leg, type Replay } from "../history/replay-types";
import { type Instant, isoInstant } from "../instant";
import type { ConditionRule } from "./rule";
import { deadlineSteps } from "./steps";

interface Stillness {
  readonly leg: Leg;
  readonly startEvent: OrderEvent;
  readonly end: Instant | null;
}

/** The spans of each leg between two things that move the matter on; what is suspended is not still. */
function* stillnesses(replay: Replay): Iterable<Stillness> {
  let open: Omit<Stillness, "end"> | null = null;
  for (const { event, leg, begins, ends, suspended } of replay.events) {
    const acts = isSubstantive(event);
    if (open && (acts || ends || event.kind === "suspended")) {
      yield { ...open, end: event.at };
      open = null;
    }
    if (begins) open = { leg: begins, startEvent: event };
    else if (leg && !ends && !suspended && (acts || event.kind === "resumed")) open = { leg, startEvent: event };
  }
  if (open) yield { ...open, end: null };
}

/** 不作为慢作为: a unit holds the order, and nothing is done in the matter. */
export const inaction: ConditionRule = {
  id: "inaction",
  type: "condition",
  needs: [["contacted", "visited", "progressed", "replied"]],
  *conditions({ replay, clock }, { steps }) {
    for (const { leg, startEvent, end } of stillnesses(replay)) {
      yield {
        startEvent,
        clearedAt: end,
        ...deadlineSteps(clock.deadline, startEvent.at, steps, end),
        units: () => [leg.unit],
        measure: () => ({ since: isoInstant(startEvent.at) }),
      };
    }
  },
};
