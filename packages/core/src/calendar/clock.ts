import { DAY, HOUR, type Instant, instant, MINUTE } from "../instant";
import { type Duration, naturalLength } from "../parameters/duration";
import type { Parameters } from "../parameters/parameters";
import { workingDays } from "./working-days";
import { zone } from "./zone";

/** A deadline, and whether it rests on a day of which no official calendar is published yet. */
export interface Deadline {
  readonly at: Instant;
  readonly provisional: boolean;
}

/** Working time in one zone by one calendar (domain.md, Clock). */
export interface Clock {
  deadline(from: Instant, duration: Duration): Deadline;
  /** As `deadline`, where `from` is a due instant: dates are counted from that of the last millisecond before it. */
  deadlineFromDue(due: Instant, duration: Duration): Deadline;
  /** Working dates after the date of `from`, up to that of `to`: 0 on the same day. */
  workingDaysBetween(from: Instant, to: Instant): number;
}

export function createClock(setting: Pick<Parameters, "zone" | "calendar" | "officeHours" | "workdays">): Clock {
  const place = zone(setting.zone);
  const calendar = workingDays(setting.calendar, setting.workdays);

  function officeHours(from: Instant, amount: number): Deadline {
    let left = amount;
    if (left === 0) return { at: from, provisional: false };
    for (let date = place.dateOf(from); ; date++) {
      if (!calendar.works(date)) continue;
      for (const [opens, closes] of setting.officeHours) {
        const start = Math.max(from, place.instantOfDay(date, opens * MINUTE));
        const end = closes * MINUTE === DAY ? place.startOf(date + 1) : place.instantOfDay(date, closes * MINUTE);
        if (end - start >= left) return { at: instant(start + left), provisional: calendar.provisional(date) };
        if (end > start) left -= end - start;
      }
    }
  }

  function counted(from: Instant, date: number, duration: Duration): Deadline {
    const natural = duration.unit === "d" ? null : naturalLength(duration);
    if (natural !== null) return { at: instant(from + natural), provisional: false };
    if (duration.unit === "wh") return officeHours(from, duration.amount * HOUR);
    if (duration.unit === "d") return { at: place.startOf(date + duration.amount + 1), provisional: false };
    const last = calendar.nth(date, duration.amount);
    return { at: place.startOf(last + 1), provisional: duration.amount > 0 && calendar.provisional(last) };
  }

  return {
    deadline: (from, duration) => counted(from, place.dateOf(from), duration),
    deadlineFromDue: (due, duration) => counted(due, place.dateOf(instant(due - 1)), duration),
    workingDaysBetween: (from, to) => calendar.count(place.dateOf(from), place.dateOf(to)),
  };
}
