import type { RejectReason } from "../rows/reject";
import type { ReadWatch } from "./watch";

/** A data row as its file holds it, before it means anything. */
export interface RawRow {
  /** n-th data row of the file, from 1. */
  readonly row: number;
  /** One value for each of the columns asked for; "" where the row has none. */
  readonly values: readonly string[];
  /** Null for a row that can be read; else why not, with what stands there. */
  readonly broken: { readonly reason: RejectReason; readonly value: string; readonly column: string } | null;
}

/** Ways to write the header of one column; the first that the file has is taken. */
export type Wanted = readonly string[];

/** An open table, whatever its format. */
export interface TableReader {
  /** Headers as written; of ndjson the keys of its first objects. */
  readonly columns: readonly string[];
  /** Line of the headers, from 1; 0 for a format that has none. */
  readonly headerRow: number;
  /** The first rows as they stand there, one value for each of `columns` or fewer, for decisions on what a column holds. */
  readonly sample: readonly (readonly string[])[];
  /** True where later rows may have columns that `columns` does not name. */
  readonly openEnded: boolean;
  /** Rows in batches of a few hundred, with the values of the columns wanted. */
  read(wanted: readonly Wanted[], watch?: ReadWatch): AsyncIterable<readonly RawRow[]>;
}
