import type { Suspension } from "../history/replay-types";
import { after, type Instant } from "../instant";
import { naturalLength } from "../parameters/duration";
import type { DeadlineSteps } from "../parameters/parameters";
import { firstStep, LEVELS, type Level, type Steps } from "./finding";
import { add, overlap, withMost } from "./holders";
import type { Condition, ConditionRule } from "./rule";

/** The instant at which the time spent suspended reaches `length`, and the suspension in which it does. */
function reaches(suspensions: readonly Suspension[], length: number): { at: Instant; during: Suspension } | null {
  let before = 0;
  for (const during of suspensions) {
    const spent = during.end === null ? Number.POSITIVE_INFINITY : during.end - during.start;
    if (before + spent >= length) return { at: after(during.start, length - before), during };
    before += spent;
  }
  return null;
}

function longestSuspenders(suspensions: readonly Suspension[], until: Instant): string[] {
  const totals = new Map<string, number>();
  for (const { leg, start, end } of suspensions) add(totals, leg.unit, overlap(start, end, start, until));
  return totals.size > 0 ? withMost(totals) : suspensions.slice(0, 1).map(({ leg }) => leg.unit);
}

function suspensionCondition(
  suspensions: readonly Suspension[],
  clearedAt: Instant | null,
  thresholds: DeadlineSteps,
): Condition | null {
  const steps: Record<Level, Instant | null> = { yellow: null, orange: null, red: null };
  let begins: { at: Instant; during: Suspension } | null = null;
  for (const level of LEVELS) {
    const length = thresholds[level] && naturalLength(thresholds[level]);
    const reached = length === null ? null : reaches(suspensions, length);
    if (!reached || (clearedAt !== null && reached.at >= clearedAt)) continue;
    steps[level] = reached.at;
    if (!begins || reached.at < begins.at) begins = reached;
  }
  if (!begins) return null;
  const suspendedUntil = (at: Instant): number =>
    suspensions.reduce((sum, { start, end }) => sum + overlap(start, end, start, at), 0);
  return {
    startEvent: begins.during.startEvent,
    clearedAt,
    steps,
    provisional: false,
    units: (first) => longestSuspenders(suspensions, first),
    measure: () => ({ suspended_hours: Math.round(suspendedUntil(lastStep(steps)) / 3_600_000) }),
  };
}

const lastStep = (steps: Steps): Instant => steps.red ?? steps.orange ?? steps.yellow ?? (firstStep(steps) as Instant);

/** 挂起滥用: too much of a spell is spent suspended. */
export const suspensionAbuse: ConditionRule = {
  id: "suspension-abuse",
  type: "condition",
  needs: [["suspended"]],
  *conditions({ replay }, { steps }) {
    for (const spell of replay.spells) {
      const suspensions = replay.suspensions.filter(({ leg }) => leg.spell === spell);
      const condition = suspensions.length > 0 ? suspensionCondition(suspensions, spell.end, steps) : null;
      if (condition) yield condition;
    }
  },
};
