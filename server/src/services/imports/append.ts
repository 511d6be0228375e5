import { type EventKind, emptyOrder, type Order, type OrderEvent } from "@tianyan/core";
import {
  byOrder,
  type EventRow,
  insertEvents,
  insertSourceRows,
  keyText,
  type NewEvent,
  type NewSourceRow,
  type OrderKey,
  orderOfRow,
  orderRow,
  readEvents,
  readOrders,
  readSourceRows,
  type StagedOrder,
  type StagedRow,
  type StoredSourceRow,
  sourcesOfOrders,
  supersedeEvents,
  type Transaction,
  upsertOrders,
} from "@tianyan/db";
import { deriveEvents, type MappedRow, type Profile } from "@tianyan/ingest";
import { mergeAttributes } from "./attributes";
import { type ComparedRow, newRows } from "./new-rows";
import type { StagedOrderCells } from "./stage";

/** What holds for every order of one import. */
export interface Appending {
  readonly tx: Transaction;
  readonly profile: Profile;
  readonly batch: string;
  readonly now: number;
  /** By ordinal of the file: data rows that came before it, and its own last one. */
  readonly files: readonly { readonly before: number; readonly last: number }[];
  /** Word of a source for a unit to its code, for shapes whose events depend on it. */
  resolveUnit(source: string, word: string): string;
  ensureSource(code: string): Promise<void>;
}

export interface Appended {
  readonly touched: readonly OrderKey[];
  /** Kinds met, by source. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<EventKind>>;
  readonly orders: number;
  readonly rows: number;
  readonly known: number;
}

interface Incoming extends OrderKey {
  readonly attributes: readonly StagedOrderCells[];
  readonly rows: readonly MappedRow[];
}

/** Rows with the refs and positions of the whole source: numbers go on from file to file. */
function placed(appending: Appending, staged: StagedRow): MappedRow {
  const row = staged.cells as MappedRow;
  const file = appending.files[staged.file];
  if (!file) throw new Error(`no file ${staged.file}`);
  const position = file.before + (row.position < 0 ? file.last + 1 + row.position : row.position);
  return { ...row, position, ref: row.hasId ? row.ref : `#${file.before + row.row}` };
}

async function incomingOrders(appending: Appending, chunk: readonly StagedOrder[]): Promise<readonly Incoming[]> {
  const { tx, profile } = appending;
  const nameless = chunk.filter(({ rows }) => !rows.some(({ isOrder }) => isOrder)).map(({ orderId }) => orderId);
  const known = new Map(
    (await sourcesOfOrders(tx, nameless, profile.source)).map((row) => [row.order_id, row.source] as const),
  );
  return chunk.flatMap(({ orderId, rows }) => {
    const attributes = rows.filter(({ isOrder }) => isOrder).map(({ cells }) => cells as StagedOrderCells);
    const own = attributes.filter(({ carriedAt }) => carriedAt === null);
    const sources = [...new Set((own.length > 0 ? own : attributes).map(({ order }) => order.source))];
    const events = rows.filter(({ isOrder }) => !isOrder).map((row) => placed(appending, row));
    if (sources.length === 0)
      return [{ source: known.get(orderId) ?? profile.source, orderId, attributes, rows: events }];
    // One number in two sources: the event rows name none, so they go to the first.
    return sources.map((source, index) => ({
      source,
      orderId,
      attributes: attributes.filter((cells) => cells.order.source === source || cells.carriedAt !== null),
      rows: index === 0 ? events : [],
    }));
  });
}

const content = (event: OrderEvent): unknown[] => [
  event.at,
  event.kind,
  event.unit,
  event.toUnit,
  event.reasonCode,
  event.text,
  event.result,
  event.dueAt,
];

interface RowOfEvents extends ComparedRow {
  readonly events: readonly OrderEvent[];
}

const rowOf = (events: readonly OrderEvent[]): RowOfEvents => ({
  id: events[0]?.hasId ? events[0].ref : null,
  content: JSON.stringify(events.map(content)),
  events,
});

const asStored = (row: EventRow): OrderEvent => ({
  ref: row.ref,
  hasId: row.has_id,
  at: row.at as OrderEvent["at"],
  position: Number(row.position),
  part: row.part,
  kind: row.kind,
  unit: row.unit,
  toUnit: row.to_unit,
  reasonCode: row.reason_code,
  text: row.text,
  operator: row.operator,
  result: row.result,
  dueAt: row.due_at as OrderEvent["dueAt"],
});

/** Events by the row they were made of, in the order of recording. */
function byRow(events: readonly OrderEvent[]): RowOfEvents[] {
  const rows = new Map<number, OrderEvent[]>();
  for (const event of events) rows.set(event.position, [...(rows.get(event.position) ?? []), event]);
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, parts]) => rowOf(parts.sort((a, b) => a.part - b.part)));
}

/** Where a row is an event: what is not recorded yet is added. */
async function appendHappenings(appending: Appending, orders: readonly Incoming[]): Promise<Appended> {
  const { tx, batch, now } = appending;
  const stored = byOrder(await readEvents(tx, orders));
  const added: NewEvent[] = [];
  const touched: OrderKey[] = [];
  const kinds = new Map<string, Set<EventKind>>();
  let [rows, known] = [0, 0];
  for (const { source, orderId, rows: incoming } of orders) {
    const recorded = byRow((stored.get(keyText({ source, orderId })) ?? []).map(asStored));
    const given = byRow(deriveEvents(incoming).events);
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

const cellsOf = (row: MappedRow): ComparedRow & { readonly row: MappedRow } => ({
  id: row.hasId ? row.ref : null,
  content: JSON.stringify(row.values),
  row,
});

const storedCells = (row: StoredSourceRow): MappedRow => row.cells as MappedRow;

/** Where a row is a state or a stay: rows are added, and all events of the order follow from all of its rows. */
async function appendStates(appending: Appending, orders: readonly Incoming[]): Promise<Appended> {
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
      JSON.stringify([event.position, event.part, event.operator, content(event)]);
    const before = new Map((stored.get(keyText({ source, orderId })) ?? []).map((row) => [text(asStored(row)), row]));
    for (const event of deriveEvents(cells).events)
      if (!before.delete(text(event))) added.push({ source, orderId, event });
    gone.push(...before.values());
  }
  await supersedeEvents(tx, gone, now);
  await insertEvents(tx, added, batch, now);
}

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
