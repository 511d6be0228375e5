import type { Clock, Deadline } from "../calendar/clock";
import type { Instant } from "../instant";
import type { DeadlineSteps } from "../parameters/parameters";
import { LEVELS, type Level, type Steps } from "./finding";

interface DeadlineStepsFound {
  readonly steps: Steps;
  readonly provisional: boolean;
}

const NONE: DeadlineStepsFound = { steps: { yellow: null, orange: null, red: null }, provisional: false };

/**
 * The steps of a condition: each threshold counted from `start`, as far as they come before it clears.
 * `deadline` is the clock's counting from any instant, or from a due instant.
 */
export function deadlineSteps(
  deadline: Clock["deadline"],
  start: Instant,
  thresholds: DeadlineSteps,
  clearedAt: Instant | null,
): DeadlineStepsFound {
  if (clearedAt !== null && clearedAt <= start) return NONE;
  let provisional = false;
  const steps: Record<Level, Instant | null> = { yellow: null, orange: null, red: null };
  for (const level of LEVELS) {
    const threshold = thresholds[level];
    if (threshold === null) continue;
    const reached: Deadline = deadline(start, threshold);
    if (clearedAt !== null && reached.at >= clearedAt) continue;
    steps[level] = reached.at;
    provisional ||= reached.provisional;
  }
  return { steps, provisional };
}
