import { type Instant, instant, type Judged, type Order, type OrderEvent } from "@tianyan/core";
import {
  byOrder,
  type EventRow,
  eventOfRow,
  keyText,
  type OrderKey,
  orderOfRow,
  type Runner,
  readEvents,
  readOrders,
  type StoredOrder,
} from "@tianyan/db";
import type { Bench, Judging } from "./setting";

/** An order and what was found of it. */
export interface JudgedHistory extends OrderKey {
  readonly order: Order;
  /** With units as codes. */
  readonly events: readonly OrderEvent[];
  readonly bench: Bench;
  readonly judged: Judged;
}

/** An order with everything on record of it, judged. */
export interface JudgedOrder extends JudgedHistory {
  readonly row: StoredOrder;
  readonly rows: readonly EventRow[];
}

/** Judges an order of which these events, in any order, are all that is known; units are as the source writes them. */
export function judgeHistory(judging: Judging, order: Order, written: readonly OrderEvent[]): JudgedHistory {
  let first: number | null = null;
  for (const { at } of written) if (first === null || at < first) first = at;
  const bench = judging.bench(order.source, first);
  const { resolve } = bench.units;
  const events = bench.settle(
    written.map((event) => ({
      ...event,
      unit: event.unit === null ? null : resolve(event.unit),
      toUnit: event.toUnit === null ? null : resolve(event.toUnit),
    })),
  );
  const { source, orderId } = order;
  return { source, orderId, order, events, bench, judged: bench.judge.judge(order, events) };
}

/** Judges orders from what is recorded of them; with `asOf`, events after it do not exist. In the order of their keys. */
export async function judgeOrders(
  sql: Runner,
  judging: Judging,
  keys: readonly OrderKey[],
  asOf?: Instant,
): Promise<readonly JudgedOrder[]> {
  if (keys.length === 0) return [];
  const histories = byOrder(await readEvents(sql, keys));
  return (await readOrders(sql, keys)).map((row) => {
    const key = { source: row.source, orderId: row.order_id };
    const rows = histories.get(keyText(key)) ?? [];
    const bench = judging.bench(row.source, rows[0]?.at ?? null);
    const events = bench.settle(rows.map((event) => eventOfRow(event, bench.units.resolve)));
    const order = orderOfRow(row);
    const judged = bench.judge.judge(order, events, asOf);
    return { ...key, row, order, rows, events, bench, judged };
  });
}

/** When the order was accepted; null where nothing is known of it. */
export function acceptedAt({ replay }: Judged): Instant | null {
  const start = replay.spells[0]?.start;
  return start === undefined ? null : instant(start);
}
