import { type EventKind, type Instant, instant, type OrderEvent } from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import { markBatches } from "./batch-figures";
import { jsonText } from "./json";
import { keyRows, type OrderKey, rowsOfOrders } from "./keys";
import type { FilePlaces } from "./staged-rows";

export interface EventRow {
  readonly source: string;
  readonly order_id: string;
  readonly position: string;
  readonly part: number;
  readonly batch: string;
  readonly ref: string;
  readonly has_id: boolean;
  readonly at: number;
  readonly kind: EventKind;
  readonly unit: string | null;
  readonly to_unit: string | null;
  readonly reason_code: string | null;
  readonly text: string | null;
  readonly operator: string | null;
  readonly result: string | null;
  readonly due_at: number | null;
  readonly recorded_at: number;
}

const orNull = (ms: number | null): Instant | null => (ms === null ? null : instant(ms));

/** The event as the core knows it; `resolve` turns the source's word for a unit into its code. */
export const eventOfRow = (row: EventRow, resolve: (word: string) => string): OrderEvent => ({
  ref: row.ref,
  hasId: row.has_id,
  at: instant(row.at),
  position: Number(row.position),
  part: row.part,
  kind: row.kind,
  unit: row.unit === null ? null : resolve(row.unit),
  toUnit: row.to_unit === null ? null : resolve(row.to_unit),
  reasonCode: row.reason_code,
  text: row.text,
  operator: row.operator,
  result: row.result,
  dueAt: orNull(row.due_at),
});

/** Everything recorded of these orders that was not taken back, by (at, position, part). */
export const readEvents = (sql: Runner, keys: readonly OrderKey[]): Promise<readonly EventRow[]> =>
  sql<EventRow[]>`
    select e.source, e.order_id, e.position, e.part, e.batch, e.ref, e.has_id, e.at, e.kind, e.unit, e.to_unit,
      e.reason_code, e.text, e.operator, e.result, e.due_at, e.recorded_at
    from ${rowsOfOrders(sql, "order_event", keys)}
    where e.superseded_at is null
    order by e.source, e.order_id, e.at, e.position, e.part`;

export interface NewEvent extends OrderKey {
  readonly event: OrderEvent;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export async function insertEvents(
  tx: Transaction,
  events: readonly NewEvent[],
  batch: string,
  recordedAt: number,
): Promise<void> {
  if (events.length === 0) return;
  await markBatches(tx, [batch]);
  const rows = events.map(({ source, orderId, event }) => ({
    source,
    order_id: orderId,
    position: event.position,
    part: event.part,
    ref: event.ref,
    has_id: event.hasId,
    at: iso(event.at),
    kind: event.kind,
    unit: event.unit,
    to_unit: event.toUnit,
    reason_code: event.reasonCode,
    text: event.text,
    operator: event.operator,
    result: event.result,
    due_at: iso(event.dueAt),
  }));
  await tx`
    insert into order_event (source, order_id, position, part, ref, has_id, at, kind, unit, to_unit, reason_code, text,
      operator, result, due_at, batch, recorded_at)
    select r.*, ${batch}::bigint, ${recordedAt}::timestamptz
    from json_to_recordset(${jsonText(rows)}::text::json) as r(source text, order_id text, position bigint, part integer,
      ref text, has_id boolean, at timestamptz, kind text, unit text, to_unit text, reason_code text, text text,
      operator text, result text, due_at timestamptz)`;
}

/** Moves the staged events of these orders into place, of which none is on record. */
export async function insertStagedEvents(
  tx: Transaction,
  keys: readonly OrderKey[],
  places: FilePlaces,
  batch: string,
  recordedAt: number,
): Promise<void> {
  if (keys.length === 0) return;
  const befores = places.map(({ before }) => before);
  const lasts = places.map(({ last }) => last);
  const insertion = tx`
    insert into order_event (source, order_id, position, part, ref, has_id, at, kind, unit, to_unit, reason_code, text,
      operator, result, due_at, batch, recorded_at)
    select k.source, k.order_id, f.before + case when s.seq < 0 then f.last + 1 + s.seq else s.seq end, s.part,
      coalesce(s.ref, '#' || (f.before + abs(s.seq))), s.ref is not null,
      'epoch'::timestamptz + s.at * interval '1 millisecond', s.kind, s.unit, s.to_unit, s.reason_code, s.text,
      s.operator, s.result, 'epoch'::timestamptz + s.due_at * interval '1 millisecond', ${batch}::bigint,
      ${recordedAt}::timestamptz
    from ${keyRows(tx, keys)}
      cross join lateral (select * from import_staging i where i.order_id = k.order_id and i.kind is not null offset 0) s
      cross join lateral (select (${befores}::bigint[])[s.file + 1] as before, (${lasts}::bigint[])[s.file + 1] as last) f`;
  await Promise.all([markBatches(tx, [batch]), insertion]);
}

/** Marks derived events as taken back by later rows; they stay on record. */
export async function supersedeEvents(tx: Transaction, rows: readonly EventRow[], at: number): Promise<void> {
  if (rows.length === 0) return;
  await markBatches(
    tx,
    rows.map(({ batch }) => batch),
  );
  await tx`
    update order_event e set superseded_at = ${at}::timestamptz
    from json_to_recordset(${jsonText(rows)}::text::json)
      as r(source text, order_id text, position bigint, part integer, batch bigint)
    where e.source = r.source and e.order_id = r.order_id and e.position = r.position and e.part = r.part
      and e.batch = r.batch and e.superseded_at is null`;
}
