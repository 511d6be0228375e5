import { HOUR, type Instant, instant, SECOND } from "@tianyan/core";
import { startOf } from "../clock";
import { Random } from "../random";
import type { IntakeDay } from "./days";

/** Calls by hour of the day. 81 % of the orders of Dongguan came in outside office hours; this gives the same share. */
const WORKDAY_HOURS = [10, 6, 4, 3, 3, 6, 18, 56, 58, 40, 36, 36, 88, 66, 38, 34, 34, 50, 92, 112, 110, 92, 56, 26];
const FREE_HOURS = [12, 7, 4, 3, 3, 6, 14, 36, 62, 72, 74, 66, 58, 52, 56, 58, 60, 62, 66, 74, 72, 60, 38, 20];

/** One order to come: its index, and when it is accepted. */
export interface Arrival {
  readonly index: number;
  readonly day: IntakeDay;
  /** From 1, on its date. */
  readonly number: number;
  readonly at: Instant;
}

/** The arrivals in order of time: one in each of `orders` equally likely stretches of the intake, so that nothing needs sorting. */
export function* arrivals(days: readonly IntakeDay[], orders: number, seed: number): Generator<Arrival> {
  const total = days.reduce((sum, day) => sum + day.weight, 0);
  let place = 0;
  let passed = 0;
  let number = 0;
  for (let index = 0; index < orders; index++) {
    const share = ((index + new Random(seed ^ 0x5bd1e995, index).unit()) / orders) * total;
    let day = days[place] as IntakeDay;
    while (share >= passed + day.weight && place < days.length - 1) {
      passed += day.weight;
      place++;
      number = 0;
      day = days[place] as IntakeDay;
    }
    number++;
    yield { index, day, number, at: timeOfDay(day, (share - passed) / day.weight) };
  }
}

/** The instant by which `share` of a day's orders are in. */
function timeOfDay(day: IntakeDay, share: number): Instant {
  const hours = day.workday ? WORKDAY_HOURS : FREE_HOURS;
  const start = startOf(day.date);
  let left = share * weightUpTo(hours, (day.end - start) / HOUR);
  for (const [hour, weight] of hours.entries()) {
    if (left < weight) {
      const at = start + (hour + left / weight) * HOUR;
      return instant(Math.floor(Math.min(at, day.end - SECOND) / SECOND) * SECOND);
    }
    left -= weight;
  }
  return instant(day.end - SECOND);
}

function weightUpTo(hours: readonly number[], end: number): number {
  return hours.reduce((sum, weight, hour) => sum + weight * Math.min(1, Math.max(0, end - hour)), 0);
}
