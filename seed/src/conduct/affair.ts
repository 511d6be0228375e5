import type { Instant } from "@tianyan/core";
import { ALWAYS, afterWork, OFFICE, SHIFTS, type Timetable } from "../clock";
import { shortName, unitRow } from "../county/units";
import type { OrderDraft } from "../intake/draft";
import type { Random } from "../random";
import { fill } from "../words/fill";
import type { Chronicle } from "./chronicle";

/** One order on its way through the county. */
export interface Affair {
  readonly order: OrderDraft;
  readonly random: Random;
  readonly chronicle: Chronicle;
  /** Who is in charge of it, in fact. */
  readonly inCharge: string;
  /** The due instant of its spell as the units know it; null before the first leg. */
  due: Instant | null;
  /** The centre that dispatches it: the chief or a district centre. */
  desk: string;
}

/** How a leg ends. `open`: not in sight of anybody. */
export type LegEnd =
  | { readonly how: "done"; readonly at: Instant }
  | { readonly how: "returned"; readonly at: Instant; readonly pointsTo: string | null }
  | { readonly how: "moved"; readonly at: Instant; readonly to: string }
  | { readonly how: "open" };

const ON_SHIFT = new Set(["gaj", "jjd", "swt", "gdg", "rqg", "gjg", "rlg"]);

function timetableOf(affair: Affair, unit: string): Timetable {
  if (affair.order.urgency !== "normal") return ALWAYS;
  return ON_SHIFT.has(unit) ? SHIFTS : OFFICE;
}

/** An instant some working minutes later: a draw from quantiles, in the hours that the unit keeps. */
export function later(affair: Affair, unit: string, from: Instant, quantiles: readonly number[]): Instant {
  return afterWork(from, affair.random.along(quantiles), timetableOf(affair, unit));
}

/** A clerk of the unit, as a code: the export names nobody. */
export function clerk(affair: Affair, unit: string): string {
  const staff = unitRow(unit).kind === "town" ? 4 : 9;
  return `${unit.toUpperCase()}-${String(affair.random.int(1, staff)).padStart(2, "0")}`;
}

/** A sentence about this order; {other} is the unit given. */
export function phrase(affair: Affair, texts: readonly string[], other?: string): string {
  const values = { ...affair.order.slots, ...(other === undefined ? {} : { other: shortName(other) }) };
  return fill(affair.random.pick(texts), values);
}
