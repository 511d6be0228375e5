import { type Clock, type Duration, HOUR, type Instant, MINUTE } from "@tianyan/core";

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** How long spans are together: in working days, or, where that is none, in hours or minutes. */
export function heldFor(spans: readonly Span[], clock: Clock): Duration {
  const workingDays = spans.reduce((sum, { from, to }) => sum + clock.workingDaysBetween(from, to), 0);
  if (workingDays > 0) return { amount: workingDays, unit: "wd" };
  const ms = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return ms >= HOUR ? { amount: Math.floor(ms / HOUR), unit: "h" } : { amount: Math.floor(ms / MINUTE), unit: "m" };
}
