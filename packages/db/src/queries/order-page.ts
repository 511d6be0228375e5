import type { PendingQuery, Row } from "postgres";
import type { Runner } from "../connect";
import { type DeedCriteria, type DeedName, deedRows } from "./deeds";
import { holdsText, originAsked } from "./finding-criteria";
import type { Listed } from "./finding-page";
import { keyRows, type OrderKey } from "./keys";
import type { OrderRow } from "./orders";
import { findingScope, orderFaceScope, type ScopeCriteria } from "./scope";

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
  /** Conditions of one's own over the narrow rows. */
  readonly own?: ((sql: Runner) => PendingQuery<Row[]>) | undefined;
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
  readonly no: string;
}

export interface ListedOrder extends OrderRow {
  readonly no: string;
  readonly accepted_at: number | null;
  readonly open: boolean;
  readonly holder: string | null;
  readonly legs: number;
  readonly yellow: number;
  readonly orange: number;
  readonly red: number;
}

const texts = (list: readonly string[]) => list as string[];

/** Of narrow rows `f`. */
function conditions(sql: Runner, criteria: OrderCriteria) {
  const { at, units } = criteria;
  const instant = sql`${at}::timestamptz`;
  const asked = originAsked(sql, criteria);
  return sql`
    f.accepted_at <= ${instant} and ${orderFaceScope(sql, criteria)}
    ${asked === null ? sql`` : sql`and ${asked}`}
    ${
      units.length === 0
        ? sql``
        : sql`and ${hadBy(sql, units, sql`l.start_at <= ${instant} and (l.end_at is null or l.end_at > ${instant})`)}`
    }
    ${criteria.state === null ? sql`` : sql`and ${isOpen(sql, at, criteria.state === "open")}`}
    ${
      criteria.among === undefined
        ? sql``
        : sql`and f.no in (select o.no from orders o
            where (o.source, o.order_id) in (select k.source, k.order_id from ${keyRows(sql, criteria.among)}))`
    }
    ${criteria.own === undefined ? sql`` : sql`and ${criteria.own(sql)}`}
    ${criteria.deed === null ? sql`` : sql`and ${underwent(sql, criteria.deed)}`}
    ${criteria.from === null ? sql`` : sql`and f.accepted_at >= ${criteria.from}::timestamptz`}
    ${criteria.to === null ? sql`` : sql`and f.accepted_at < ${criteria.to}::timestamptz and f.accepted_at > '-infinity'`}
    ${criteria.text === null ? sql`` : sql`and ${holdsText(sql, criteria.text)}`}`;
}

/** Of those that end later than T only the order itself knows whether it was done in between; it is asked for few. */
function isOpen(sql: Runner, at: number, open: boolean) {
  const itself = sql`(select o.open_during @> ${at}::timestamptz from orders o where o.no = f.no)`;
  return open
    ? sql`f.done_at > ${at}::timestamptz and ${itself}`
    : sql`case when f.done_at > ${at}::timestamptz then not ${itself} else true end`;
}

/** One of these units had it, in a leg `l`. */
const hadBy = (sql: Runner, units: readonly string[], condition: ReturnType<Runner>) => sql`
  f.no in (select o.no from leg l join orders o using (source, order_id)
    where l.unit = any(${texts(units)}::text[]) and ${condition})`;

const underwent = (sql: Runner, deed: NonNullable<OrderCriteria["deed"]>) => sql`
  f.no in (select d.no from (${deedRows(sql, deed.name, deed)}) d where true
    ${deed.unit === null ? sql`` : sql`and d.unit = ${deed.unit}`}
    ${deed.other === null ? sql`` : sql`and d.other = ${deed.other}`})`;

const afterPlace = (sql: Runner, after: OrderPlace | null) =>
  after === null
    ? sql``
    : sql`and (f.accepted_at, f.no) < (${after.acceptedAt ?? "-infinity"}::timestamptz, ${after.no}::bigint)`;

/** The rows after `after`, at most `limit`. */
export async function pageOrders(
  sql: Runner,
  criteria: OrderCriteria,
  after: OrderPlace | null,
  limit: number,
): Promise<Listed<ListedOrder>> {
  // Words are dear to compare, and deeds to look up: then what was found for the page is counted, too.
  const atOnce =
    criteria.text !== null || criteria.deed !== null || criteria.own !== undefined || criteria.units.length > 0;
  const [total, rows] = await Promise.all([
    atOnce ? null : countOrders(sql, criteria),
    selectOrders(sql, criteria, after, limit, atOnce),
  ]);
  const counted = total ?? rows[0]?.total ?? (after === null ? 0 : await countOrders(sql, criteria));
  return { total: counted, rows };
}

export async function countOrders(sql: Runner, criteria: OrderCriteria): Promise<number> {
  const [row] = await sql<
    { total: number }[]
  >`select count(*)::int as total from order_face f where ${conditions(sql, criteria)}`;
  return row?.total ?? 0;
}

/** With `total` where they are counted; else by order_face_accepted. */
export function selectOrders(
  sql: Runner,
  criteria: OrderCriteria,
  after: OrderPlace | null,
  limit: number,
  counted: boolean,
) {
  const instant = sql`${criteria.at}::timestamptz`;
  const generation = sql`${criteria.generation}::bigint`;
  return sql<(ListedOrder & { readonly total: number | null })[]>`
    with hit as ${counted ? sql`materialized` : sql`not materialized`} (
      select f.no, f.accepted_at from order_face f where ${conditions(sql, criteria)}
    ), page as materialized (
      select f.no, f.accepted_at from hit f where true ${afterPlace(sql, after)}
      order by f.accepted_at desc, f.no desc limit ${limit}
    )
    select o.*, ${counted ? sql`(select count(*)::int from hit)` : sql`null::integer`} as total, o.open_during @> ${instant} as open, l.holder, l.legs::int as legs, f.yellow::int, f.orange::int, f.red::int
    from page join orders o on o.no = page.no,
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
    order by page.accepted_at desc, page.no desc`;
}

/** Their numbers, at most so many. */
export async function numbersOfOrders(sql: Runner, criteria: OrderCriteria, limit: number): Promise<readonly string[]> {
  const rows = await sql<{ no: string }[]>`
    select f.no from order_face f where ${conditions(sql, criteria)} limit ${limit}`;
  return rows.map(({ no }) => no);
}
