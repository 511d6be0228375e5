import { isOutreach, type Replay, type Spell } from "../history/replay-types";
import { type Instant, isoInstant } from "../instant";
import { mainHolders } from "./holders";
import type { ConditionRule } from "./rule";
import { deadlineSteps } from "./steps";

/** The first instant in each spell at which anyone called, went there or answered. */
function firstOutreach(replay: Replay): Map<Spell, { at: Instant; beforeLeg: boolean }> {
  const found = new Map<Spell, { at: Instant; beforeLeg: boolean }>();
  let legs = 0;
  let spell: Spell | null = null;
  for (const { event, spell: now, begins } of replay.events) {
    if (now !== spell) legs = 0;
    spell = now;
    if (spell && isOutreach(event) && !found.has(spell)) found.set(spell, { at: event.at, beforeLeg: legs === 0 });
    if (begins) legs++;
  }
  return found;
}

/** 未联系群众: nobody calls the citizen, goes there or answers, from the first leg of a spell on. */
export const uncontacted: ConditionRule = {
  id: "uncontacted",
  type: "condition",
  needs: [["contacted", "visited", "replied"]],
  *conditions({ replay, clock }, { steps }) {
    const outreach = firstOutreach(replay);
    for (const spell of replay.spells) {
      const [leg] = spell.legs;
      const first = outreach.get(spell);
      if (!leg || first?.beforeLeg) continue;
      const clearedAt = first?.at ?? spell.end;
      yield {
        startEvent: leg.startEvent,
        clearedAt,
        ...deadlineSteps(clock.deadline, leg.start, steps, clearedAt),
        units: (firstStep) => mainHolders(replay, leg.start, firstStep),
        measure: () => ({ since: isoInstant(leg.start) }),
      };
    }
  },
};
