import type { DeedCount } from "@tianyan/db";

/** Each order once, whatever the units. */
export const allOrders = (counts: readonly DeedCount[]): number =>
  counts.find(({ unit, other }) => unit === null && other === null)?.orders ?? 0;

export interface UnitCount {
  readonly unit: string;
  readonly other: string;
  readonly orders: number;
}

/** Those of units; without the sum of all. */
export const byUnits = (counts: readonly DeedCount[]): UnitCount[] =>
  counts.flatMap(({ unit, other, orders }) => (unit === null || other === null ? [] : [{ unit, other, orders }]));
