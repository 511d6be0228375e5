import { eventContent, type OrderEvent } from "@tianyan/core";
import {
  byOrder,
  type EventRow,
  insertEvents,
  insertSourceRows,
  keyText,
  type NewEvent,
  type NewSourceRow,
  type OrderKey,
  readEvents,
  readSourceRows,
  type StoredSourceRow,
  supersedeEvents,
} from "@tianyan/db";
import { deriveEvents, type MappedRow } from "@tianyan/ingest";
import type { Appended, Appending, Incoming } from "./appending";
import { asStored } from "./event-rows";
import { type ComparedRow, newRows } from "./new-rows";

const cellsOf = (row: MappedRow): ComparedRow & { readonly row: MappedRow } => ({
  id: row.hasId ? row.ref : null,
  content: JSON.stringify(row.values),
  row,
});

const storedCells = (row: StoredSourceRow): MappedRow => row.cells as MappedRow;

/** Where a row is a state or a stay: rows are added, and all events of the order follow from all of its rows. */
export async function appendStates(appending: Appending, orders: readonly Incoming[]): Promise<Appended> {
  const { tx, batch, now } = appending;
  const stored = byOrder(await readSourceRows(tx, orders));
  const added: NewSourceRow[] = [];
  const touched: OrderKey[] = [];
  let known = 0;
  for (const { source, orderId, rows } of orders) {
    const recorded = (stored.get(keyText({ source, orderId })) ?? []).map((row) => cellsOf(storedCells(row)));
    const given = [...rows].sort((a, b) => a.position - b.position).map(cellsOf);
    const fresh = newRows(recorded, given);
    known += given.length - fresh.length;
    for (const { row } of fresh)
      added.push({ source, order_id: orderId, position: row.position, ref: row.ref, cells: row });
    if (fresh.length > 0) touched.push({ source, orderId });
  }
  await insertSourceRows(tx, added, batch, now);
  await deriveAgain(appending, touched);
  return { touched, kinds: new Map(), orders: orders.length, rows: added.length, known };
}

/** Writes the difference between the events that follow from the rows of these orders and those on record. */
export async function deriveAgain(
  appending: Pick<Appending, "tx" | "batch" | "now" | "resolveUnit">,
  keys: readonly OrderKey[],
): Promise<void> {
  const { tx, batch, now, resolveUnit } = appending;
  if (keys.length === 0) return;
  const rows = byOrder(await readSourceRows(tx, keys));
  const stored = byOrder(await readEvents(tx, keys));
  const added: NewEvent[] = [];
  const gone: EventRow[] = [];
  for (const { source, orderId } of keys) {
    const resolve = (word: string | null): string | null => (word === null ? null : resolveUnit(source, word));
    const cells = (rows.get(keyText({ source, orderId })) ?? [])
      .map(storedCells)
      .map((row) => ({ ...row, unit: resolve(row.unit), toUnit: resolve(row.toUnit) }));
    const text = (event: OrderEvent): string =>
      JSON.stringify([event.position, event.part, event.operator, eventContent(event)]);
    const before = new Map((stored.get(keyText({ source, orderId })) ?? []).map((row) => [text(asStored(row)), row]));
    for (const event of deriveEvents(cells).events)
      if (!before.delete(text(event))) added.push({ source, orderId, event });
    gone.push(...before.values());
  }
  await supersedeEvents(tx, gone, now);
  await insertEvents(tx, added, batch, now);
}
