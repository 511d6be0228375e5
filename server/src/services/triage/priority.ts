import type { Priority } from "@tianyan/api";
import {
  createClock,
  type Instant,
  instant,
  LEVELS,
  MOST_AGE,
  priorityOf,
  RULES,
  rulePoints,
  workingDayStarts,
  zone,
} from "@tianyan/core";
import type { ListedFinding, PrioritySetting } from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";
import { loadJudging } from "../judging/setting";
import { loadVerified } from "./verified";

/** How findings are put before others at T: for the database as a sum, for people in its parts. */
interface PriorityAt {
  readonly setting: PrioritySetting;
  of(row: ListedFinding): Priority;
}

/** Working days are those of the parameters in force at T, for all sources alike. */
export async function loadPriority(reading: Reading, at: Instant): Promise<PriorityAt> {
  const { parameters } = (await loadJudging(reading.db.sql)).parametersAt(at);
  const verified = await loadVerified(reading, at);
  const clock = createClock(parameters);
  return {
    setting: {
      rules: new Map(RULES.map((rule) => [rule, rulePoints(rule, verified(rule))])),
      workingDays: workingDayStarts(clock, zone(parameters.zone), at),
    },
    of({ level, since, rule, accepted_at, others, urgency, citizens }) {
      const workingDays = accepted_at === null ? MOST_AGE : clock.workingDaysBetween(instant(accepted_at), at);
      const reached = LEVELS[level - 1] ?? "yellow";
      const facts = {
        level: reached,
        since: instant(since),
        rule,
        verified: verified(rule),
        workingDays,
        others,
        urgency,
        citizens,
      };
      const parts = priorityOf(facts, at);
      return { points: parts.reduce((sum, { points }) => sum + points, 0), parts: [...parts] };
    },
  };
}
