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

/** An order with everything known of it, judged. */
export interface JudgedOrder extends OrderKey {
  readonly row: StoredOrder;
  readonly order: Order;
  readonly rows: readonly EventRow[];
  /** With units as codes. */
  readonly events: readonly OrderEvent[];
  readonly bench: Bench;
  readonly judged: Judged;
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
    const events = rows.map((event) => eventOfRow(event, bench.units.resolve));
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
