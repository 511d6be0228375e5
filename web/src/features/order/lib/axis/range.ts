import { DAY, type Instant, instant } from "@tianyan/core";
import { workingDaysBetween } from "../../../../lib/working";

export interface AxisRange {
  readonly from: Instant;
  readonly to: Instant;
  readonly cut: { readonly from: Instant; readonly to: Instant } | null;
}

export interface RangeSetting {
  /** Of all that happened, up to `at`. */
  readonly first: Instant;
  readonly last: Instant;
  /** The screen speaks of this instant. */
  readonly at: Instant;
  readonly open: boolean;
  /** Due instants and steps to come. */
  readonly coming: readonly Instant[];
}

/**
 * From the first event to the last, or, of an open order, to the present and what is due soon. Where the present lies
 * far behind the last event, the quiet stretch is cut short, so that what happened stays readable.
 */
export function axisRange({ first, last, at, open, coming }: RangeSetting): AxisRange {
  const soon = Math.max(10 * DAY, (Math.max(last, open ? at : last) - first) / 2);
  const near = coming.filter((one) => one > last && one <= (open ? at : last) + soon);
  const to = instant(Math.max(last, open ? at : last, ...near));
  const happened = Math.max(5, workingDaysBetween(first, last));
  const quiet = open ? workingDaysBetween(last, at) : 0;
  const before = instant(Math.max(last, ...near.filter((one) => one < at)) + 2 * DAY);
  const cut =
    quiet > Math.max(20, 2 * happened) && before < at - 4 * DAY ? { from: before, to: instant(at - DAY) } : null;
  return { from: first, to, cut };
}
