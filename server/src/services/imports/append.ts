import { emptyOrder, type Order } from "@tianyan/core";
import { keyText, orderOfRow, orderRow, readOrders, type StagedOrder, upsertOrders } from "@tianyan/db";
import { appendHappenings } from "./append-happenings";
import { appendStates } from "./append-states";
import type { Appended, Appending } from "./appending";
import { mergeAttributes } from "./attributes";
import { incomingOrders } from "./incoming";

const sameOrder = (a: Order, b: Order): boolean => JSON.stringify(orderRow(a)) === JSON.stringify(orderRow(b));

/** Adds what these staged orders bring. */
export async function appendOrders(appending: Appending, chunk: readonly StagedOrder[]): Promise<Appended> {
  const { tx, profile, batch, now } = appending;
  const orders = await incomingOrders(appending, chunk);
  for (const source of new Set(orders.map((order) => order.source))) await appending.ensureSource(source);
  const known = new Map(
    (await readOrders(tx, orders)).map((row) => [keyText({ source: row.source, orderId: row.order_id }), row]),
  );
  const changed: Order[] = [];
  for (const { source, orderId, attributes } of orders) {
    const row = known.get(keyText({ source, orderId }));
    const before = row ? orderOfRow(row) : emptyOrder(source, orderId);
    const order = mergeAttributes(before, attributes);
    if (!row || !sameOrder(before, order)) changed.push(order);
  }
  if (changed.length > 0) await upsertOrders(tx, changed.map(orderRow), batch, now);
  const appended = await (profile.shape === "event" ? appendHappenings : appendStates)(appending, orders);
  return { ...appended, touched: [...appended.touched, ...changed] };
}
