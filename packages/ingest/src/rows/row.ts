import type { EventKind, Instant } from "@tianyan/core";

/** The states that a source's statuses are mapped to (formats.md, `shape: state`). */
export const ORDER_STATES = ["pooled", "queued", "working", "waiting", "completed", "closed", "withdrawn"] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What every usable row of an events file holds, whatever its shape. Plain data: it can be stored and read back. */
interface RowBase {
  readonly orderId: string;
  /** n-th data row of its file, from 1. */
  readonly row: number;
  /** Order of the rows in the source: `row`, or `-row` where the file has the newest first. */
  readonly position: number;
  /** The event id of the source, else `#n`. */
  readonly ref: string;
  readonly hasId: boolean;
  /** Codes, where the caller gave units, else words as written. Null where the source leaves it empty. */
  readonly unit: string | null;
  readonly toUnit: string | null;
  readonly reasonCode: string | null;
  readonly text: string | null;
  readonly operator: string | null;
  readonly result: string | null;
  readonly dueAt: Instant | null;
  /** All mapped event columns as written, trimmed, "" where nothing is there, in the order of `EventsTable.columns`. */
  readonly values: readonly string[];
}

/** Shape `event`: what happened, at an instant. */
export interface HappeningRow extends RowBase {
  readonly shape: "event";
  readonly at: Instant;
  /** In order, all at `at`; none where the profile says `ignore`. */
  readonly kinds: readonly EventKind[];
}

/** Shape `state`: how the order stood at an instant. */
export interface StateRow extends RowBase {
  readonly shape: "state";
  readonly at: Instant;
  /** Null: the profile says `ignore`. */
  readonly state: OrderState | null;
}

/** Shape `step`: a stay at a unit. */
export interface StepRow extends RowBase {
  readonly shape: "step";
  /** When it was received. */
  readonly at: Instant;
  /** Null while it stays there. */
  readonly finishedAt: Instant | null;
  /** In order, all at `finishedAt`. */
  readonly outcomes: readonly EventKind[];
}

export type MappedRow = HappeningRow | StateRow | StepRow;
