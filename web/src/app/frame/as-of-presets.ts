import { type Instant, instant, zone } from "@tianyan/core";
import { dateOf, HOME_ZONE, weekdayOf } from "../../lib/time";

export interface AsOfPreset {
  readonly label: "asOf.yesterday" | "asOf.lastWeek" | "asOf.lastMonth";
  readonly from: (now: Instant) => Instant;
}

const lastMinuteOf = (date: number): Instant => instant(zone(HOME_ZONE).startOf(date + 1) - 60_000);

/** The ends of the periods that people report on; the last minute of each. */
export const AS_OF_PRESETS: readonly AsOfPreset[] = [
  { label: "asOf.yesterday", from: (now) => lastMinuteOf(dateOf(now) - 1) },
  {
    label: "asOf.lastWeek",
    from: (now) => {
      const today = dateOf(now);
      return lastMinuteOf(today - (weekdayOf(today) || 7));
    },
  },
  { label: "asOf.lastMonth", from: (now) => lastMinuteOf(dateOf(now) - zone(HOME_ZONE).local(now).day) },
];
