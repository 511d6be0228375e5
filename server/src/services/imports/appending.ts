import type { EventKind } from "@tianyan/core";
import type { OrderKey, Transaction } from "@tianyan/db";
import type { MappedRow, Profile } from "@tianyan/ingest";
import type { StagedOrderCells } from "./stage";

/** What holds for every order of one import. */
export interface Appending {
  readonly tx: Transaction;
  readonly profile: Profile;
  readonly batch: string;
  readonly now: number;
  /** By ordinal of the file: data rows that came before it, and its own last one. */
  readonly files: readonly { readonly before: number; readonly last: number }[];
  /** Word of a source for a unit to its code, for shapes whose events depend on it. */
  resolveUnit(source: string, word: string): string;
  ensureSource(code: string): Promise<void>;
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
  readonly rows: readonly MappedRow[];
}
