import type { Clock } from "../calendar/clock";
import type { Zone } from "../calendar/zone";
import { type Instant, instant } from "../instant";

/**
 * The starts of the working dates of a period, both ends included, in order. As many working days lie between two instants as starts lie
 * after the first, up to the second.
 */
export function dayStarts(clock: Clock, zone: Zone, from: Instant, to: Instant): readonly Instant[] {
  const starts: Instant[] = [];
  for (let date = Math.max(0, zone.dateOf(from)); date <= zone.dateOf(to); date++) {
    const start = zone.startOf(date);
    if (clock.workingDaysBetween(instant(start - 1), start) > 0) starts.push(start);
  }
  return starts;
}
