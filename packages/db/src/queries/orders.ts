import type { Order } from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";
import { type OrderKey, rowsOfOrders } from "./keys";
import { multirangeText, type Span } from "./ranges";

export interface OrderRow {
  readonly source: string;
  readonly order_id: string;
  readonly title: string;
  readonly content: string;
  readonly category: string;
  readonly order_type: string;
  readonly urgency: string;
  readonly sla_class: string;
  readonly district: string;
  readonly channel: string;
  readonly line: string;
  readonly citizen_key: string;
  readonly location: string;
  readonly demand_class: Order["demandClass"];
}

/** What a judgement says of the order itself. */
export interface OrderState extends OrderKey {
  readonly acceptedAt: number | null;
  readonly open: readonly Span[];
  readonly exempt: readonly Span[];
  readonly parameterVersion: string;
}

export const orderRow = (order: Order): OrderRow => ({
  source: order.source,
  order_id: order.orderId,
  title: order.title,
  content: order.content,
  category: order.category,
  order_type: order.orderType,
  urgency: order.urgency,
  sla_class: order.slaClass,
  district: order.district,
  channel: order.channel,
  line: order.line,
  citizen_key: order.citizenKey,
  location: order.location,
  demand_class: order.demandClass,
});

export const orderOfRow = (row: OrderRow): Order => ({
  orderId: row.order_id,
  source: row.source,
  title: row.title,
  content: row.content,
  category: row.category,
  orderType: row.order_type,
  urgency: row.urgency,
  slaClass: row.sla_class,
  district: row.district,
  channel: row.channel,
  line: row.line,
  citizenKey: row.citizen_key,
  location: row.location,
  demandClass: row.demand_class,
});

const COLUMNS = `source text, order_id text, title text, content text, category text, order_type text, urgency text,
  sla_class text, district text, channel text, line text, citizen_key text, location text, demand_class text`;

/** An order as stored, with what the last judgement said of it. */
export interface StoredOrder extends OrderRow {
  readonly batch: string;
  readonly accepted_at: number | null;
  readonly open_during: string;
  readonly exempt_during: string;
  readonly parameter_version: string | null;
}

export const readOrders = (sql: Runner, keys: readonly OrderKey[]): Promise<readonly StoredOrder[]> =>
  sql<StoredOrder[]>`
    select e.* from ${rowsOfOrders(sql, "orders", keys)} order by e.source, e.order_id`;

/** Sources of known orders of these numbers, among those that came by profiles of `source`; the first by name counts. */
export const sourcesOfOrders = (sql: Runner, orderIds: readonly string[], source: string) =>
  sql<{ order_id: string; source: string }[]>`
    select o.order_id, min(o.source collate "C") as source
    from source s cross join lateral (
        select * from orders t where t.source = s.code and t.order_id = any(${orderIds as string[]}::text[]) offset 0) o
      join import_batch b on b.id = o.batch
    where b.source = ${source}
    group by o.order_id`;

/** Adds orders, and gives those that exist the attributes that came later. */
export async function upsertOrders(
  tx: Transaction,
  rows: readonly OrderRow[],
  batch: string,
  recordedAt: number,
): Promise<void> {
  await tx`
    insert into orders (source, order_id, title, content, category, order_type, urgency, sla_class, district, channel, line,
      citizen_key, location, demand_class, recorded_at, batch, open_during, exempt_during)
    select r.*, ${recordedAt}::timestamptz, ${batch}::bigint, '{}', '{}'
    from json_to_recordset(${jsonText(rows)}::text::json) as r(${tx.unsafe(COLUMNS)})
    on conflict (source, order_id) do update set title = excluded.title, content = excluded.content,
      category = excluded.category, order_type = excluded.order_type, urgency = excluded.urgency,
      sla_class = excluded.sla_class, district = excluded.district, channel = excluded.channel, line = excluded.line,
      citizen_key = excluded.citizen_key, location = excluded.location, demand_class = excluded.demand_class`;
}

/** A new order with what its first judgement says of it. */
export interface NewOrder {
  readonly order: OrderRow;
  readonly state: OrderState;
}

const stateColumns = (state: OrderState) => ({
  accepted_at: state.acceptedAt === null ? null : new Date(state.acceptedAt).toISOString(),
  open_during: multirangeText(state.open),
  exempt_during: multirangeText(state.exempt),
  parameter_version: state.parameterVersion,
});

/** Adds orders that are not on record. */
export async function insertOrders(
  tx: Transaction,
  orders: readonly NewOrder[],
  batch: string,
  recordedAt: number,
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(({ order, state }) => ({ ...order, ...stateColumns(state) }));
  await tx`
    insert into orders (source, order_id, title, content, category, order_type, urgency, sla_class, district, channel, line,
      citizen_key, location, demand_class, accepted_at, open_during, exempt_during, parameter_version, recorded_at, batch)
    select r.*, ${recordedAt}::timestamptz, ${batch}::bigint
    from json_to_recordset(${jsonText(rows)}::text::json) as r(${tx.unsafe(COLUMNS)}, accepted_at timestamptz,
      open_during tstzmultirange, exempt_during tstzmultirange, parameter_version bigint)`;
}

export async function writeOrderStates(tx: Transaction, states: readonly OrderState[]): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map((state) => ({
    source: state.source,
    order_id: state.orderId,
    ...stateColumns(state),
  }));
  await tx`
    update orders o set accepted_at = r.accepted_at, open_during = r.open_during, exempt_during = r.exempt_during,
      parameter_version = r.parameter_version
    from json_to_recordset(${jsonText(rows)}::text::json) as r(source text, order_id text, accepted_at timestamptz,
      open_during tstzmultirange, exempt_during tstzmultirange, parameter_version bigint)
    where o.source = r.source and o.order_id = r.order_id`;
}

/** The next keys in the order of the primary key, after `after`; one source, or all. */
export const nextKeys = (sql: Runner, after: OrderKey | null, limit: number, sources: readonly string[] | null) =>
  sql<{ source: string; order_id: string }[]>`
    select source, order_id from orders
    where true
      ${after === null ? sql`` : sql`and (source, order_id) > (${after.source}, ${after.orderId})`}
      ${sources === null ? sql`` : sql`and source = any(${sources as string[]}::text[])`}
    order by source, order_id limit ${limit}`;
