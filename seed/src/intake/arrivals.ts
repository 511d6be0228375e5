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

/** Days of an intake by their places in it: from one, up to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where in the intake, measured in weights of days, an order comes in: each in one of `orders` equally likely stretches. */
const placeOf = (index: number, orders: number, total: number, seed: number): number =>
  ((index + new Random(seed ^ 0x5bd1e995, index).unit()) / orders) * total;

/** The first order that comes in when `passed` of the total weight has passed. */
function firstAfter(passed: number, orders: number, total: number, seed: number): number {
  let index = Math.min(orders, Math.floor((passed / total) * orders));
  while (index > 0 && placeOf(index - 1, orders, total, seed) >= passed) index--;
  while (index < orders && placeOf(index, orders, total, seed) < passed) index++;
  return index;
}

const weightBefore = (days: readonly IntakeDay[], place: number): number =>
  days.slice(0, place).reduce((sum, day) => sum + day.weight, 0);

/** How many orders come in before each day, and at last in all. */
export function ordersBefore(days: readonly IntakeDay[], orders: number, seed: number): readonly number[] {
  const total = weightBefore(days, days.length);
  const firsts: number[] = [];
  let passed = 0;
  for (const day of days) {
    firsts.push(firstAfter(passed, orders, total, seed));
    passed += day.weight;
  }
  return [...firsts, orders];
}

/** The arrivals in order of time, of all days or of a stretch of them, so that nothing needs sorting. */
export function* arrivals(
  days: readonly IntakeDay[],
  orders: number,
  seed: number,
  { from, to }: Stretch = { from: 0, to: days.length },
): Generator<Arrival> {
  const total = weightBefore(days, days.length);
  let place = from;
  let passed = weightBefore(days, from);
  let number = 0;
  for (let index = firstAfter(passed, orders, total, seed); index < orders; index++) {
    const share = placeOf(index, orders, total, seed);
    let day = days[place] as IntakeDay;
    while (share >= passed + day.weight && place < days.length - 1) {
      passed += day.weight;
      place++;
      number = 0;
      day = days[place] as IntakeDay;
    }
    if (place >= to) return;
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
