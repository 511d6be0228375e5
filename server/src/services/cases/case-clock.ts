import {
  type Clock,
  createClock,
  type Instant,
  instant,
  STAGE_WORKING_DAYS,
  type StageWorkingDays,
  workingDaysLeft,
  zone,
} from "@tianyan/core";
import { type Runner, readCaseDeadlines } from "@tianyan/db";
import { loadJudging, startOfDate } from "../judging/setting";

/** Working days and local dates of the installation, at one moment. */
export interface CaseClock {
  readonly clock: Clock;
  readonly at: Instant;
  /** That each stage may take, as the commission says. */
  readonly stageDays: StageWorkingDays;
  /** Local date of `at`, `2026-01-31`. */
  readonly today: string;
  readonly year: number;
  /** Local date of the last working day of so many from now. */
  dateAfter(workingDays: number): string;
  /** How a deadline stands that a local date is the last day of. */
  standing(date: string): { readonly overdue: boolean; readonly left: number };
}

const DAY_MS = 86_400_000;
const two = (number: number): string => String(number).padStart(2, "0");
const nextDate = (date: string): string => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);

export async function loadCaseClock(sql: Runner, at: Instant): Promise<CaseClock> {
  const { parameters } = (await loadJudging(sql)).parametersAt(at);
  const clock = createClock(parameters);
  const said = (await readCaseDeadlines(sql)).map(({ stage, working_days }) => [stage, working_days] as const);
  const place = zone(parameters.zone);
  const dateOf = (when: Instant): string => {
    const { year, month, day } = place.local(when);
    return `${year}-${two(month)}-${two(day)}`;
  };
  return {
    clock,
    at,
    stageDays: { ...STAGE_WORKING_DAYS, ...Object.fromEntries(said) },
    today: dateOf(at),
    year: place.local(at).year,
    dateAfter: (amount) => dateOf(instant(clock.deadline(at, { amount, unit: "wd" }).at - 1)),
    standing(date) {
      const due = startOfDate(nextDate(date), parameters.zone);
      return { overdue: due <= at, left: workingDaysLeft(clock, due, at) };
    },
  };
}
