import { createClock, DEFAULT_PARAMETERS, type Instant } from "@tianyan/core";

const clock = createClock(DEFAULT_PARAMETERS);

/** Working dates after the date of `from`, up to that of `to`, by the national calendar; 0 where `to` is not later. */
export const workingDaysBetween = (from: Instant, to: Instant): number => clock.workingDaysBetween(from, to);
