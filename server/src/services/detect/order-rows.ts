import type { OrderAttributes } from "@tianyan/core";
import type { MappedRow } from "@tianyan/ingest";

/** The rows of one order as they are gathered. */
export class OrderRows {
  readonly orderId: string;
  readonly #rows: MappedRow[] = [];
  #first: MappedRow | null = null;
  #carried: OrderAttributes | null = null;
  /** Attributes of the orders table; they win over those that the rows carry. */
  stated: OrderAttributes | null = null;

  constructor(orderId: string) {
    this.orderId = orderId;
  }

  get rows(): readonly MappedRow[] {
    return this.#rows;
  }

  /** Those of the orders table, else of the earliest row, so that the order of the file decides nothing. */
  get attributes(): OrderAttributes | null {
    return this.stated ?? this.#carried;
  }

  add(row: MappedRow, carried: OrderAttributes | null): void {
    this.#rows.push(row);
    if (!carried) return;
    const first = this.#first;
    if (first && (first.at - row.at || first.position - row.position) <= 0) return;
    this.#first = row;
    this.#carried = carried;
  }
}
