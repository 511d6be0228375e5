import type { Clock } from "../calendar/clock";
import { DAY, type Instant, instant } from "../instant";
import type { CaseStage } from "./stages";

/** Working days that a stage may take; null: nothing is waited for there. */
export type StageWorkingDays = Readonly<Record<CaseStage, number | null>>;

/** Those that hold until a commission says otherwise. */
export const STAGE_WORKING_DAYS = {
  clue: 5,
  check: 15,
  supervise: 10,
  file: 60,
  rectify: 30,
  look_back: 20,
  signed_off: null,
  closed: null,
  transferred: null,
  suspended: null,
} as const satisfies StageWorkingDays;

/** End of the last working day that the stage may take, counted from when the case came to it. */
export function stageDeadline(
  clock: Clock,
  stage: CaseStage,
  since: Instant,
  days: StageWorkingDays = STAGE_WORKING_DAYS,
): Instant | null {
  const amount = days[stage];
  return amount === null ? null : clock.deadline(since, { amount, unit: "wd" }).at;
}

/** Working days after today up to the last day before `due`: 0 on that day, fewer after it. */
export function workingDaysLeft(clock: Clock, due: Instant, at: Instant): number {
  const last = instant(due - 1);
  return at < due ? clock.workingDaysBetween(at, last) : 0 - clock.workingDaysBetween(last, at);
}

/** A case that came to the stage before this instant is past its deadline at `at`; null: nothing is waited for there. */
export function overdueBefore(
  clock: Clock,
  stage: CaseStage,
  at: Instant,
  days: StageWorkingDays = STAGE_WORKING_DAYS,
): Instant | null {
  const amount = days[stage];
  if (amount === null) return null;
  // A deadline never comes earlier for who came later: between the two the first that is still in time is looked for.
  let [late, inTime] = [at - (3 * amount + 60) * DAY, at as number];
  while (inTime - late > 1) {
    const middle = Math.floor((late + inTime) / 2);
    if (clock.deadline(instant(middle), { amount, unit: "wd" }).at <= at) late = middle;
    else inTime = middle;
  }
  return instant(inTime);
}
