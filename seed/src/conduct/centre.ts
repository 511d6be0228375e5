import type { Instant } from "@tianyan/core";
import { ALWAYS, afterWork, minuteOf, OFFICE, SHIFTS } from "../clock";
import { CHIEF, shortName } from "../county/units";
import { APPROVALS, REJECTIONS } from "../words/notes";
import { type Affair, phrase } from "./affair";
import { dueOf } from "./deadlines";

/** Operators work in three shifts; the night shift knows the catalogue least. */
export type Shift = "day" | "evening" | "night";

export function shiftAt(at: Instant): Shift {
  const hour = minuteOf(at) / 60;
  if (hour >= 8 && hour < 17) return "day";
  return hour >= 17 && hour < 22 ? "evening" : "night";
}

const OPERATORS: Readonly<Record<Shift, readonly [number, number]>> = {
  day: [1, 12],
  evening: [13, 19],
  night: [20, 23],
};

/** `H07` at the chief centre, `E03` and `W02` at the district centres. */
export function operator(affair: Affair, at: Instant, desk = affair.desk): string {
  const letter = desk === "centre-east" ? "E" : desk === "centre-west" ? "W" : "H";
  const [from, to] = letter === "H" ? OPERATORS[shiftAt(at)] : [1, 5];
  return letter + String(affair.random.int(from, to)).padStart(2, "0");
}

/** Urgent orders go out at once, the others by day, and some shortly before they would be late. */
export function dispatchTime(affair: Affair, from: Instant): Instant {
  const { random, order } = affair;
  if (order.urgency !== "normal") return afterWork(from, random.along([1, 2, 4, 8]), ALWAYS);
  if (random.chance(0.008)) {
    affair.chronicle.plant("left-in-pool", affair.desk, from);
    return afterWork(from, random.along([490, 620, 900, 1500, 2600]), OFFICE);
  }
  return afterWork(from, random.along([2, 8, 20, 45, 110]), SHIFTS);
}

/** Sends the order to a unit; the first time by way of the district centre where the town has one. */
export function dispatch(affair: Affair, from: Instant, unit: string): Instant {
  const { chronicle, order, random } = affair;
  let at = from;
  const branch = order.town.branch;
  if (branch && affair.desk === CHIEF && affair.due === null && random.chance(0.7)) {
    chronicle.add("dispatched", at, CHIEF, {
      toUnit: branch,
      text: `转${shortName(branch)}派单`,
      operator: operator(affair, at),
    });
    affair.desk = branch;
    at = dispatchTime(affair, at);
  }
  // Whoever took the call sends it out, also where the shift has changed since.
  const first = affair.due === null;
  affair.due ??= dueOf(order, at);
  chronicle.add("dispatched", at, affair.desk, {
    toUnit: unit,
    text: `派${shortName(unit)}办理`,
    operator: operator(affair, first ? order.arrival.at : at),
  });
  return at;
}

export function approveReturn(affair: Affair, at: Instant): void {
  affair.chronicle.add("return_approved", at, affair.desk, {
    text: phrase(affair, APPROVALS),
    operator: operator(affair, at),
  });
}

export function rejectReturn(affair: Affair, at: Instant): void {
  affair.chronicle.add("return_rejected", at, affair.desk, {
    text: phrase(affair, REJECTIONS),
    operator: operator(affair, at),
  });
}
