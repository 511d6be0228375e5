import type { Runner } from "../connect";
import { type DeedCriteria, type DeedName, deedRows } from "./deeds";
import { holdsText, underPaths } from "./finding-criteria";
import { keyRows, type OrderKey } from "./keys";
import type { OrderRow } from "./orders";
import { findingScope, orderScope, type ScopeCriteria } from "./scope";

export interface OrderCriteria {
  readonly generation: string;
  /** T: orders accepted later do not exist. */
  readonly at: number;
  readonly scope: ScopeCriteria;
  readonly sources: readonly string[];
  readonly districts: readonly string[];
  readonly categories: readonly string[];
  /** Holding it at T. */
  readonly units: readonly string[];
  readonly state: "open" | "done" | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly text: string | null;
  /** Only these. */
  readonly among?: readonly OrderKey[] | undefined;
  /** What happened to them, to or by these units. */
  readonly deed:
    | (DeedCriteria & { readonly name: DeedName; readonly unit: string | null; readonly other: string | null })
    | null;
}

/** Newest acceptance first; an order of which no event is known comes last, as accepted at the beginning of time. */
export interface OrderPlace {
  readonly acceptedAt: number | null;
  readonly source: string;
  readonly orderId: string;
}

export interface ListedOrder extends OrderRow {
  readonly accepted_at: number | null;
  readonly open: boolean;
  readonly holder: string | null;
  readonly legs: number;
  readonly yellow: number;
  readonly orange: number;
  readonly red: number;
}

const texts = (list: readonly string[]) => list as string[];

function conditions(sql: Runner, criteria: OrderCriteria) {
  const { at } = criteria;
  const instant = sql`${at}::timestamptz`;
  const among = (column: string, values: readonly string[]) =>
    values.length === 0 ? sql`` : sql`and ${sql(column)} = any(${texts(values)}::text[])`;
  return sql`
    (o.accepted_at <= ${instant} or o.accepted_at is null) and ${orderScope(sql, criteria)}
    ${among("o.source", criteria.sources)} ${among("o.district", criteria.districts)}
    ${criteria.categories.length === 0 ? sql`` : sql`and ${underPaths(sql, "o.category", criteria.categories)}`}
    ${
      criteria.units.length === 0
        ? sql``
        : sql`and exists (select from leg l where l.source = o.source and l.order_id = o.order_id
            and l.unit = any(${texts(criteria.units)}::text[]) and l.start_at <= ${instant}
            and (l.end_at is null or l.end_at > ${instant}))`
    }
    ${criteria.state === null ? sql`` : sql`and (o.open_during @> ${instant}) = ${criteria.state === "open"}`}
    ${
      criteria.among === undefined
        ? sql``
        : sql`and (o.source, o.order_id) in (select k.source, k.order_id from ${keyRows(sql, criteria.among)})`
    }
    ${criteria.deed === null ? sql`` : sql`and ${underwent(sql, criteria.deed)}`}
    ${criteria.from === null ? sql`` : sql`and o.accepted_at >= ${criteria.from}::timestamptz`}
    ${criteria.to === null ? sql`` : sql`and o.accepted_at < ${criteria.to}::timestamptz`}
    ${criteria.text === null ? sql`` : sql`and ${holdsText(sql, criteria.text)}`}`;
}

const underwent = (sql: Runner, deed: NonNullable<OrderCriteria["deed"]>) => sql`
  (o.source, o.order_id) in (select d.source, d.order_id from (${deedRows(sql, deed.name, deed)}) d where true
    ${deed.unit === null ? sql`` : sql`and d.unit = ${deed.unit}`}
    ${deed.other === null ? sql`` : sql`and d.other = ${deed.other}`})`;

export async function countOrders(sql: Runner, criteria: OrderCriteria): Promise<number> {
  const [row] = await sql<
    { total: number }[]
  >`select count(*)::int as total from orders o where ${conditions(sql, criteria)}`;
  return row?.total ?? 0;
}

/** As the index orders_accepted has them. */
const placed = (sql: Runner) =>
  sql`coalesce(o.accepted_at, '-infinity'::timestamptz) desc, o.source desc, o.order_id desc`;

function afterPlace(sql: Runner, after: OrderPlace | null) {
  if (after === null) return sql``;
  return sql`and (coalesce(o.accepted_at, '-infinity'::timestamptz), o.source, o.order_id)
    < (${after.acceptedAt ?? "-infinity"}::timestamptz, ${after.source}, ${after.orderId})`;
}

/** The rows after `after`, at most `limit`. */
export function pageOrders(
  sql: Runner,
  criteria: OrderCriteria,
  after: OrderPlace | null,
  limit: number,
): Promise<readonly ListedOrder[]> {
  const instant = sql`${criteria.at}::timestamptz`;
  const generation = sql`${criteria.generation}::bigint`;
  return sql<ListedOrder[]>`
    with page as materialized (
      select o.* from orders o where ${conditions(sql, criteria)} ${afterPlace(sql, after)}
      order by ${placed(sql)} limit ${limit}
    )
    select o.*, o.open_during @> ${instant} as open, l.holder, l.legs::int as legs, f.yellow::int, f.orange::int, f.red::int
    from page o,
      lateral (
        select count(*) as legs, min(unit) filter (where end_at is null or end_at > ${instant}) as holder
        from leg where leg.source = o.source and leg.order_id = o.order_id and start_at <= ${instant}
      ) l,
      lateral (
        select count(*) filter (where level = 1) as yellow, count(*) filter (where level = 2) as orange,
          count(*) filter (where level = 3) as red
        from (
          select case when red_at <= ${instant} then 3 when orange_at <= ${instant} then 2 else 1 end as level
          from finding f
          where f.source = o.source and f.order_id = o.order_id and f.from_gen <= ${generation}
            and f.to_gen > ${generation} and f.first_at <= ${instant} and (f.cleared_at is null or f.cleared_at > ${instant})
            and ${findingScope(sql, criteria)}
        ) active
      ) f
    order by ${placed(sql)}`;
}
