import type { EventKind } from "@tianyan/core";
import { byOrder, insertEvents, keyText, type NewEvent, type OrderKey, readEvents } from "@tianyan/db";
import type { Appended, Appending, Incoming } from "./appending";
import { asStored, byRow } from "./event-rows";
import { newRows } from "./new-rows";

/** Where a row is an event: what is not recorded yet is added. */
export async function appendHappenings(appending: Appending, orders: readonly Incoming[]): Promise<Appended> {
  const { tx, batch, now } = appending;
  const stored = byOrder(await readEvents(tx, orders));
  const added: NewEvent[] = [];
  const touched: OrderKey[] = [];
  const kinds = new Map<string, Set<EventKind>>();
  let [rows, known] = [0, 0];
  for (const { source, orderId, events: incoming } of orders) {
    const recorded = byRow((stored.get(keyText({ source, orderId })) ?? []).map(asStored));
    const given = byRow(incoming);
    const met = kinds.get(source) ?? new Set();
    kinds.set(source, met);
    for (const { events } of given) for (const { kind } of events) met.add(kind);
    const fresh = newRows(recorded, given);
    for (const { events } of fresh) for (const event of events) added.push({ source, orderId, event });
    if (fresh.length > 0) touched.push({ source, orderId });
    rows += fresh.length;
    known += given.length - fresh.length;
  }
  await insertEvents(tx, added, batch, now);
  return { touched, kinds, orders: orders.length, rows, known };
}
