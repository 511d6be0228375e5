import type { Instant, Order, UnitRow } from "@tianyan/core";
import type { Profile } from "../profiles/profile";
import type { Caller } from "./map-order";
import type { Reject } from "./reject";
import type { MappedRow } from "./row";

export const TABLE_KINDS = ["units", "competence", "orders", "events"] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** A file that was looked through once and can be read: nothing in it is known to refuse it whole. */
export interface FileIdentity {
  /** As named by the caller; of a workbook with several sheets in use, `PATH#SHEET`. */
  readonly path: string;
  readonly table: TableKind;
  /** Of the file as it lies there, in hex; of one sheet of several, of that and the sheet's name. */
  readonly sha256: string;
  /** Of the file as it lies there, and unpacked. */
  readonly bytes: number;
  readonly unpackedBytes: number;
}

export interface CompetenceRow {
  readonly category: string;
  readonly unit: string;
}

interface BatchBase {
  readonly file: FileIdentity;
  readonly rejects: readonly Reject[];
}

/** `columns` name the places of `MappedRow.values`; `orders` are the attributes that the events file itself carries. */
export interface EventsBatch extends BatchBase {
  readonly table: "events";
  readonly columns: readonly string[];
  readonly rows: readonly MappedRow[];
  /** Beside `rows`, by index; null where the file has no column of the orders table but `order_id`. */
  readonly orders: readonly Order[] | null;
  /** Beside `orders`. */
  readonly callers: readonly (Caller | null)[];
}
export interface OrdersBatch extends BatchBase {
  readonly table: "orders";
  readonly rows: readonly Order[];
  /** Beside `rows`, by index. */
  readonly callers: readonly (Caller | null)[];
}
export interface UnitsBatch extends BatchBase {
  readonly table: "units";
  readonly rows: readonly UnitRow[];
}
export interface CompetenceBatch extends BatchBase {
  readonly table: "competence";
  readonly rows: readonly CompetenceRow[];
}
export type TableBatch = EventsBatch | OrdersBatch | UnitsBatch | CompetenceBatch;

export interface ReadOptions {
  readonly profile: Profile;
  /** Zone of instants without offset: `parameters.zone` with the profile's own laid over it. */
  readonly zone: string;
  /** When the import happens: rows dated more than a day later are rejected. */
  readonly now: Instant;
  /** Word to code; without it words stay as written. */
  readonly resolveUnit?: (word: string) => string;
  /** Gives back what was concealed in a file that left the house. */
  readonly reveal?: ((text: string) => string) | undefined;
}
