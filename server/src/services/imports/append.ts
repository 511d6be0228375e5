import { emptyOrder, type Order } from "@tianyan/core";
import { keyText, orderOfRow, orderRow, type StoredOrder, upsertOrders } from "@tianyan/db";
import { appendHappenings } from "./append-happenings";
import { appendStates } from "./append-states";
import type { Appended, Appending, Incoming } from "./appending";
import { mergeAttributes } from "./attributes";

const sameOrder = (a: Order, b: Order): boolean => JSON.stringify(orderRow(a)) === JSON.stringify(orderRow(b));

/** Adds what comes in for these orders to what is on record of them: `stored`, by key. */
export async function appendOrders(
  appending: Appending,
  orders: readonly Incoming[],
  stored: ReadonlyMap<string, StoredOrder>,
): Promise<Appended> {
  const { tx, profile, batch, now } = appending;
  const changed: Order[] = [];
  for (const { source, orderId, attributes } of orders) {
    const row = stored.get(keyText({ source, orderId }));
    const before = row ? orderOfRow(row) : emptyOrder(source, orderId);
    const order = mergeAttributes(before, attributes);
    if (!row || !sameOrder(before, order)) changed.push(order);
  }
  if (changed.length > 0) await upsertOrders(tx, changed.map(orderRow), batch, now);
  const appended = await (profile.shape === "event" ? appendHappenings : appendStates)(appending, orders);
  return { ...appended, touched: [...appended.touched, ...changed] };
}
