import type { RawRow } from "../readers/reader";
import type { Words } from "../refusal";

/** What the worker is asked for, and what it answers; plain data only. */
export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  /** Its first rows that are not blank, merged cells filled, hidden columns emptied. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly hiddenColumns: readonly number[];
  readonly merged: boolean;
  /** Bytes that reading its rows goes through, as they lie in the zip. */
  readonly toRead: number;
}

export interface WorkbookHead {
  readonly sha256: string;
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly sheets: readonly SheetHead[];
}

export interface SheetRequest {
  readonly path: string;
  /** Place of the sheet in the workbook. */
  readonly sheet: number;
  readonly headerLine: number;
  readonly columns: readonly string[];
  /** Place in `columns` of each value wanted, -1 for none. */
  readonly places: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merged: boolean;
}

/** By which the file is sealed. */
export interface GivenKey {
  readonly id: string;
  readonly key: Uint8Array;
}

export type ToWorker =
  | { readonly job: number; readonly ask: "open"; readonly path: string; readonly key: GivenKey | null }
  | { readonly job: number; readonly ask: "read"; readonly request: SheetRequest; readonly key: GivenKey | null }
  | { readonly job: number; readonly ask: "more" | "stop" };

export type FromWorker =
  | { readonly job: number; readonly answer: "head"; readonly head: WorkbookHead }
  | { readonly job: number; readonly answer: "rows"; readonly rows: readonly RawRow[] }
  /** Bytes read since the last time. */
  | { readonly job: number; readonly answer: "bytes"; readonly count: number }
  | { readonly job: number; readonly answer: "end" }
  | { readonly job: number; readonly answer: "refused"; readonly code: string; readonly words: Words }
  | { readonly job: number; readonly answer: "failed"; readonly message: string };
