import type { EventKind, OrderEvent } from "@tianyan/core";
import type { FilePlaces, OrderKey, Transaction } from "@tianyan/db";
import type { MappedRow, Profile } from "@tianyan/ingest";
import type { StagedOrderCells } from "./stage";

/** What holds for every order of one import. */
export interface Appending {
  readonly tx: Transaction;
  readonly profile: Profile;
  readonly batch: string;
  readonly now: number;
  readonly files: FilePlaces;
  /** Word of a source for a unit to its code, for shapes whose events depend on it. */
  resolveUnit(source: string, word: string): string;
  /** True where it was the first time in this import. */
  ensureSource(code: string): Promise<boolean>;
}

export interface Appended {
  readonly touched: readonly OrderKey[];
  /** Kinds met, by source. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<EventKind>>;
  readonly orders: number;
  readonly rows: number;
  readonly known: number;
}

/** What an import brings for one order. */
export interface Incoming extends OrderKey {
  readonly attributes: readonly StagedOrderCells[];
  /** Of shapes state and step. */
  readonly rows: readonly MappedRow[];
  /** Where a row is an event. */
  readonly events: readonly OrderEvent[];
}
