import type { OrderEvent } from "../history/event";
import { isSubstantive, type Leg, type Replay, type Spell } from "../history/replay-types";
import { type Instant, instant, isoInstant } from "../instant";
import type { DeadlineRule } from "../parameters/parameters";
import { LEVELS, type Level, type Steps } from "./finding";
import { overlap } from "./holders";
import type { Condition, ConditionRule, Subject } from "./rule";

/** A span of a spell without a substantive act, and the hand-offs within it. */
interface Circling {
  readonly startEvent: OrderEvent;
  readonly end: Instant | null;
  readonly handOffs: readonly OrderEvent[];
}

function* circlings(replay: Replay): Iterable<Circling> {
  let open: { startEvent: OrderEvent; handOffs: OrderEvent[] } | null = null;
  let begun: Spell | null = null;
  let before: Leg | null = null;
  for (const { event, spell, begins, finishes } of replay.events) {
    const acts = isSubstantive(event);
    if (open && (acts || finishes)) {
      yield { ...open, end: event.at };
      open = null;
    }
    if (begins && begins.spell !== begun) {
      begun = begins.spell;
      open = { startEvent: event, handOffs: [] };
    } else if (begins && open && begins.unit !== before?.unit) {
      open.handOffs.push(event);
    } else if (acts && spell === begun && spell !== null && !finishes) {
      open = { startEvent: event, handOffs: [] };
    }
    if (begins) before = begins;
  }
  if (open) yield { ...open, end: null };
}

/** The k-th hand-off, or the deadline where the first hand-off came before it; whichever is first. */
function circlingSteps(
  { clock }: Subject,
  { startEvent, end, handOffs }: Circling,
  { steps, hops }: DeadlineRule,
): { steps: Steps; provisional: boolean } {
  const first = handOffs[0]?.at ?? null;
  const reached: Record<Level, Instant | null> = { yellow: null, orange: null, red: null };
  let provisional = false;
  for (const level of LEVELS) {
    const threshold = steps[level];
    if (first === null || threshold === null) continue;
    const deadline = clock.deadline(startEvent.at, threshold);
    const byTime = Math.max(deadline.at, first);
    const byHops = handOffs[(hops?.[level] ?? Number.POSITIVE_INFINITY) - 1]?.at ?? Number.POSITIVE_INFINITY;
    const at = instant(Math.min(byTime, byHops));
    if (end !== null && at >= end) continue;
    reached[level] = at;
    provisional ||= at === deadline.at && deadline.provisional;
  }
  return { steps: reached, provisional };
}

/** Units whose legs overlap the time up to the first step; without any, the centre in whose pool the order was. */
function circlingUnits({ legs, pools }: Replay, start: Instant, firstStep: Instant): string[] {
  const units = legs.filter((leg) => overlap(leg.start, leg.end, start, firstStep) > 0).map((leg) => leg.unit);
  if (units.length > 0) return units;
  const pool = pools.findLast((stay) => stay.start <= firstStep);
  return pool ? [pool.centre] : [];
}

function circlingCondition(subject: Subject, circling: Circling, parameters: DeadlineRule): Condition {
  const { startEvent, end, handOffs } = circling;
  return {
    startEvent,
    clearedAt: end,
    ...circlingSteps(subject, circling, parameters),
    units: (firstStep) => circlingUnits(subject.replay, startEvent.at, firstStep),
    alsoCounts: (firstStep) => handOffs.filter((event) => event.at <= firstStep),
    measure: () => ({ since: isoInstant(startEvent.at), handoffs: handOffs.length }),
  };
}

/** 空转: the order is handed on and on, and nothing is done in the matter. */
export const circulation: ConditionRule = {
  id: "circulation",
  type: "condition",
  needs: [["contacted", "visited", "progressed", "replied"]],
  *conditions(subject, parameters) {
    for (const circling of circlings(subject.replay)) {
      if (circling.handOffs.length > 0) yield circlingCondition(subject, circling, parameters);
    }
  },
};
