import type { EventKind, Flag, OrderEvent } from "@tianyan/core";
import type { MappedRow } from "../rows/row";

/** What the rows of one order say happened. */
export interface Derived {
  /** In the order of rows and parts. */
  readonly events: readonly OrderEvent[];
  /** Rows that were left out as duplicates (shapes state and step; those of shape event are found by the replay). */
  readonly duplicates: readonly Flag[];
}

/** Rows in the order in which they are taken: by instant, then position. */
export function inOrder<T extends MappedRow>(rows: readonly T[]): readonly T[] {
  const taken = (a: T, b: T): number => a.at - b.at || a.position - b.position;
  return rows.every((row, index) => index === 0 || taken(rows[index - 1] ?? row, row) <= 0)
    ? rows
    : [...rows].sort(taken);
}

/** Rows that differ in some mapped event column from the row before them; the others are flagged. */
export function withoutRepeats<T extends MappedRow>(
  rows: readonly T[],
): { readonly rows: readonly T[]; readonly duplicates: readonly Flag[] } {
  const duplicates: Flag[] = [];
  const kept = rows.filter((row, index) => {
    const before = rows[index - 1];
    const repeats = before?.values.every((value, place) => value === row.values[place]) ?? false;
    if (repeats) duplicates.push({ ref: row.ref, flag: "duplicate" });
    return !repeats;
  });
  return { rows: kept, duplicates };
}

/** An event made of `row` by nobody; callers say what differs. */
export const eventOf = (row: MappedRow, part: number, kind: EventKind): OrderEvent => ({
  ref: row.ref,
  hasId: row.hasId,
  at: row.at,
  position: row.position,
  part,
  kind,
  unit: null,
  toUnit: null,
  reasonCode: row.reasonCode,
  text: row.text,
  operator: row.operator,
  result: row.result,
  dueAt: null,
});
