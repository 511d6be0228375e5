import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import type { OrderAttributes } from "@tianyan/core";
import type { MappedRow } from "@tianyan/ingest";
import { hashOf } from "./bloom-filter";
import { OrderRows } from "./order-rows";
import { type PackedRow, packRow, unpackRow } from "./packed-row";
import type { TempFolder } from "./temp-folder";

const BYTES_A_PART = 8 * 1024 * 1024;
const MOST_PARTS = 512;
const BUFFERED = 64 * 1024;

interface Part {
  readonly path: string;
  readonly file: number;
  text: string;
}

/** A line of a part: a row, with the attributes that it carries, or an order of the orders table. */
type Entry = readonly [PackedRow, OrderAttributes | 0] | readonly [string, OrderAttributes];

/** Rows in any order, spread over files so that all rows of an order are in the same one and each fits into memory. */
export class Parts {
  readonly #parts: readonly Part[];
  #closed = false;

  /** `bytes`: about as many as the rows have as text. */
  constructor(folder: TempFolder, bytes: number) {
    const count = Math.min(MOST_PARTS, Math.max(1, Math.ceil(bytes / BYTES_A_PART)));
    this.#parts = Array.from({ length: count }, () => {
      const path = folder.file();
      return { path, file: openSync(path, "wx"), text: "" };
    });
  }

  addRow(row: MappedRow, attributes: OrderAttributes | null): void {
    this.#add(row.orderId, [packRow(row), attributes ?? 0]);
  }

  addOrder(orderId: string, attributes: OrderAttributes): void {
    this.#add(orderId, [orderId, attributes]);
  }

  close(): void {
    if (!this.#closed) for (const part of this.#parts) closeSync(part.file);
    this.#closed = true;
  }

  #add(orderId: string, entry: Entry): void {
    const part = this.#parts[hashOf(orderId) % this.#parts.length];
    if (!part) return;
    part.text += `${JSON.stringify(entry)}\n`;
    if (part.text.length > BUFFERED) flush(part);
  }

  /** Every order with all its rows; each file is removed when it has been read. */
  *read(): Generator<OrderRows, void, undefined> {
    for (const part of this.#parts) flush(part);
    this.close();
    for (const { path } of this.#parts) {
      yield* readPart(path);
      rmSync(path);
    }
  }
}

function flush(part: Part): void {
  writeSync(part.file, part.text);
  part.text = "";
}

function* readPart(path: string): Generator<OrderRows, void, undefined> {
  const orders = new Map<string, OrderRows>();
  const stated = new Map<string, OrderAttributes>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") continue;
    const [first, attributes] = JSON.parse(line) as Entry;
    if (typeof first === "string") stated.set(first, attributes as OrderAttributes);
    else {
      const row = unpackRow(first);
      const order = orders.get(row.orderId) ?? new OrderRows(row.orderId);
      orders.set(row.orderId, order);
      order.add(row, attributes === 0 ? null : attributes);
    }
  }
  for (const order of orders.values()) {
    order.stated = stated.get(order.orderId) ?? null;
    yield order;
  }
}
