import { DAY, HOUR, type Instant, instant, MINUTE, SECOND, workingDays } from "@tianyan/core";

/** Asia/Shanghai has kept one offset since 1991, so that local time is arithmetic, whatever the zone of the machine. */
const OFFSET = 8 * HOUR;

const calendar = workingDays("cn");

/** Minutes after midnight in which people of a unit are at work, on working days or on every day. */
export interface Timetable {
  readonly everyDay: boolean;
  readonly hours: readonly (readonly [from: number, to: number])[];
}

export const OFFICE: Timetable = {
  everyDay: false,
  hours: [
    [8 * 60 + 30, 12 * 60],
    [14 * 60, 17 * 60 + 30],
  ],
};
/** Field crews, and the dispatchers of the centre by day. */
export const SHIFTS: Timetable = { everyDay: true, hours: [[7 * 60 + 30, 21 * 60 + 30]] };
export const ALWAYS: Timetable = { everyDay: true, hours: [[0, 24 * 60]] };

export const dateOf = (at: Instant): number => Math.floor((at + OFFSET) / DAY);
export const startOf = (date: number): Instant => instant(date * DAY - OFFSET);
/** Minutes after local midnight. */
export const minuteOf = (at: Instant): number => Math.floor((((at + OFFSET) % DAY) + DAY) % DAY) / MINUTE;
export const isWorkday = (date: number): boolean => calendar.works(date);
/** 24:00 of the n-th working date after that of `at`. */
export const endOfWorkday = (at: Instant, n: number): Instant => startOf(calendar.nth(dateOf(at), n) + 1);
/** 0 is Sunday. */
export const weekday = (date: number): number => (date + 4) % 7;

export function isOfficeTime(at: Instant): boolean {
  const minute = minuteOf(at);
  return isWorkday(dateOf(at)) && OFFICE.hours.some(([from, to]) => minute >= from && minute < to);
}

/** The instant at which `minutes` of the timetable have passed since `at`, to the second. */
export function afterWork(at: Instant, minutes: number, timetable: Timetable): Instant {
  let left = minutes * MINUTE;
  for (let date = dateOf(at); ; date++) {
    if (!timetable.everyDay && !isWorkday(date)) continue;
    for (const [from, to] of timetable.hours) {
      const start = Math.max(at, startOf(date) + from * MINUTE);
      const end = startOf(date) + to * MINUTE;
      if (end <= start) continue;
      if (end - start > left) return instant(Math.floor((start + left) / SECOND) * SECOND);
      left -= end - start;
    }
  }
}

/** `20260315` */
export function compactDate(date: number): string {
  return new Date(date * DAY).toISOString().slice(0, 10).replaceAll("-", "");
}

/** `2026-03-15T09:07:00+08:00` */
export function localStamp(at: Instant): string {
  return `${new Date(at + OFFSET).toISOString().slice(0, 19)}+08:00`;
}

/** The present of a demo made at `now`: 00:00 of that day, so that one made again on the same day is the same. */
export const demoPresent = (now: Instant): Instant => startOf(dateOf(now));
