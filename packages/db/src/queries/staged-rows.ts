import type { OrderEvent } from "@tianyan/core";

/** What an orders table says of an order (`isOrder`), or a row of a source of shape state or step. */
export interface StagedCells {
  readonly orderId: string;
  readonly isOrder: boolean;
  /** Ordinal of its file in this import. */
  readonly file: number;
  /** Of the rows of one order and file, the order in which they came. */
  readonly seq: number;
  readonly cells: unknown;
}

/** An event as a row of shape event states it; null: a row of which nothing follows but that there is such an order. */
export interface StagedEvent {
  readonly orderId: string;
  readonly file: number;
  /** Its position as its file has it, negative where that has the newest first; its `ref` counts only if it `hasId`. */
  readonly event: OrderEvent | null;
}

export type StagedRow = StagedCells | StagedEvent;

/** By ordinal of the file: data rows of the source that came before it, and its own last one. */
export type FilePlaces = readonly { readonly before: number; readonly last: number }[];

/** What an import brings of one order; the places of its events are those of the whole source. */
export interface StagedOrder {
  readonly orderId: string;
  readonly attributes: readonly unknown[];
  /** Of shapes state and step. */
  readonly rows: readonly { readonly file: number; readonly cells: unknown }[];
  readonly events: readonly OrderEvent[];
}
