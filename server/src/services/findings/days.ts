import { DAY, type Instant, type Zone } from "@tianyan/core";

/** The local midnight with which the day of `at` began. */
export function dayStart(zone: Zone, at: Instant): Instant {
  const { year, month, day } = zone.local(at);
  return zone.instantOf(year, month, day, 0, 0, 0, 0);
}

/** The local midnight that ends the week of `at`: Sunday 24:00. */
export function weekEnd(zone: Zone, at: Instant): Instant {
  const { year, month, day } = zone.local(at);
  const date = new Date(Date.UTC(year, month - 1, day));
  const monday = new Date(date.getTime() + ((8 - date.getUTCDay()) % 7 || 7) * DAY);
  return zone.instantOf(monday.getUTCFullYear(), monday.getUTCMonth() + 1, monday.getUTCDate(), 0, 0, 0, 0);
}
