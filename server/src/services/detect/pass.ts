import type { Instant, Judge, OrderAttributes } from "@tianyan/core";
import { compact, type EventsBatch, type OpenTable, type ReadOptions, type Reject } from "@tianyan/ingest";
import { BloomFilter } from "./bloom-filter";
import { judgeOrder, type Outcome } from "./judging";
import { OrderRows } from "./order-rows";
import { attributesOf, type OrderTable } from "./order-table";
import { Parts } from "./parts";
import type { TempFolder } from "./temp-folder";

/** What a pass over the rows needs. */
export interface Pass {
  readonly events: OpenTable;
  readonly options: Omit<ReadOptions, "profile">;
  readonly judge: Judge;
  readonly asOf: Instant | undefined;
  readonly onRejects: (rejects: readonly Reject[]) => void;
  readonly signal: AbortSignal;
}

async function* eventBatches({
  events,
  options,
  onRejects,
  signal,
}: Pass): AsyncGenerator<EventsBatch, void, undefined> {
  for await (const batch of events.read(options)) {
    signal.throwIfAborted();
    onRejects(batch.rejects);
    if (batch.table === "events") yield batch;
  }
}

const carriedBy = (batch: EventsBatch, index: number): OrderAttributes | null => {
  const order = batch.orders?.[index];
  return order ? attributesOf(order) : null;
};

/**
 * Judges each order as its rows pass. False, with a useless outcome, as soon as an order returns after another: then its rows do not stand
 * together.
 */
export async function judgeInPassing(pass: Pass, orders: OrderTable, outcome: Outcome): Promise<boolean> {
  const seen = new BloomFilter();
  let current = new OrderRows("");
  const finish = (order: OrderRows): void => {
    if (order.rows.length === 0) return;
    order.stated = orders.get(order.orderId) ?? null;
    judgeOrder(pass.judge, order, pass.asOf, outcome);
  };
  for await (const batch of eventBatches(pass)) {
    for (let index = 0; index < batch.rows.length; index++) {
      const row = batch.rows[index];
      if (!row) continue;
      if (current.orderId !== row.orderId) {
        finish(current);
        if (seen.add(row.orderId)) return false;
        current = new OrderRows(compact(row.orderId));
      }
      current.add(row, carriedBy(batch, index));
    }
  }
  finish(current);
  return true;
}

/** Judges orders whose rows lie anywhere in the file, by way of the disk. */
export async function judgeByParts(
  pass: Pass,
  orders: OrderTable,
  largeOrders: OpenTable | null,
  folder: TempFolder,
  outcome: Outcome,
): Promise<void> {
  const parts = new Parts(folder, pass.events.file.unpackedBytes + (largeOrders?.file.unpackedBytes ?? 0));
  try {
    for await (const batch of largeOrders?.read(pass.options) ?? []) {
      pass.signal.throwIfAborted();
      pass.onRejects(batch.rejects);
      if (batch.table === "orders") for (const order of batch.rows) parts.addOrder(order.orderId, attributesOf(order));
    }
    for await (const batch of eventBatches(pass)) {
      for (const [index, row] of batch.rows.entries()) parts.addRow(row, carriedBy(batch, index));
    }
    for (const order of parts.read()) {
      pass.signal.throwIfAborted();
      order.stated ??= orders.get(order.orderId) ?? null;
      judgeOrder(pass.judge, order, pass.asOf, outcome);
    }
  } finally {
    parts.close();
  }
}
