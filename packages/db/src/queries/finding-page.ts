import type { Runner } from "../connect";
import { allConditions, type FindingCriteria, levelColumn, sinceColumn } from "./finding-criteria";
import { type FindingRow, findingColumns } from "./findings";
import { findingScope } from "./scope";
import { type PrioritySetting, pointsOfFindings, waitingOfOrders } from "./triage-priority";

/** The place of a row in the list, worst first: points where it is sorted by these, level, then newest step. */
export interface FindingPlace {
  /** 0 where it is not sorted by them. */
  readonly points: number;
  readonly level: number;
  readonly since: number;
  readonly id: string;
}

export interface ListedFinding extends FindingRow {
  readonly level: number;
  readonly since: number;
  readonly points: number;
  readonly order_title: string;
  readonly accepted_at: number | null;
  readonly urgency: string;
  /** Other findings of the order on the watchlist. */
  readonly others: number;
  /** Where they are folded: findings of the order that the list holds behind this one. */
  readonly folded: number;
  /** Citizens who wait on the matter of the order; 0 where it is not open, or its place not known. */
  readonly citizens: number;
  /** Something happened to the order after T: what is stored knows more than T did. */
  readonly later: boolean;
}

/** Which part of a list, and in which order. */
export interface PageAsked {
  readonly after: FindingPlace | null;
  readonly limit: number;
  /** Most points first; null: worst first. */
  readonly priority: PrioritySetting | null;
  /** Of each order only the finding that comes first. */
  readonly folded: boolean;
}

/** Listed rows, and how many there are on all pages. */
export interface Listed<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

/** The rows after `after`, at most `limit`. */
export async function pageFindings(
  sql: Runner,
  criteria: FindingCriteria,
  asked: PageAsked,
): Promise<Listed<ListedFinding>> {
  // Words are dear to compare, and folding looks at every row: then what was found for the page is counted, too.
  const counted = criteria.text !== null || asked.folded;
  const [total, rows] = await Promise.all([
    counted ? null : countFindings(sql, criteria, asked),
    selectFindings(sql, criteria, { ...asked, counted }),
  ]);
  const found = total ?? rows[0]?.total ?? (asked.after === null ? 0 : await countFindings(sql, criteria, asked));
  return { total: found, rows };
}

/** How many rows a list has: findings, or orders where they are folded. */
export async function countFindings(
  sql: Runner,
  criteria: FindingCriteria,
  { folded }: Pick<PageAsked, "folded">,
): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    select count(${folded ? sql`distinct f.order_no` : sql`*`})::int as total
    from finding_face f where ${allConditions(sql, criteria)}`;
  return row?.total ?? 0;
}

const first = (sql: Runner) => sql`points desc, level desc, since desc, id desc`;

/** Of the rows `hit` those that are listed: all, or of each order the first, with how many stand behind it. */
const listedOf = (sql: Runner, folded: boolean) =>
  folded
    ? sql`select distinct on (order_no) *, (count(*) over (partition by order_no))::int - 1 as folded
        from hit order by order_no, ${first(sql)}`
    : sql`select *, 0 as folded from hit`;

/** With `total` where they are counted. */
export function selectFindings(
  sql: Runner,
  criteria: FindingCriteria,
  { after, limit, priority, folded, counted }: PageAsked & { readonly counted: boolean },
) {
  const at = sql`${criteria.at}::timestamptz`;
  const by = priority && pointsOfFindings(sql, criteria, priority);
  return sql<(ListedFinding & { readonly total: number | null })[]>`
    with ${waitingOfOrders(sql, criteria)}, hit as (
      select f.id, f.order_no, ${levelColumn(sql, criteria.at)} as level, ${sinceColumn(sql, criteria.at)} as since,
        ${by?.points ?? sql`0`} as points
      from finding_face f ${by?.beside ?? sql``} where ${allConditions(sql, criteria)}
    ), listed as ${counted ? sql`materialized` : sql`not materialized`} (${listedOf(sql, folded)}), page as materialized (
      select * from listed
      ${
        after === null
          ? sql``
          : sql`where (points, level, since, id)
            < (${after.points}::integer, ${after.level}::integer, ${after.since}::timestamptz, ${after.id}::bigint)`
      }
      order by ${first(sql)} limit ${limit}
    )
    select ${findingColumns(sql)}, page.level, page.since, page.points, page.folded, coalesce(o.title, '') as order_title,
      o.accepted_at, coalesce(o.urgency, '') as urgency, ${watchedBeside(sql, criteria)} as others,
      coalesce(waiting.citizens, 0) as citizens,
      ${counted ? sql`(select count(*)::int from listed)` : sql`null::integer`} as total,
      exists (select from order_event e where e.source = f.source and e.order_id = f.order_id
        and e.superseded_at is null and e.at > ${at}) as later
    from page join finding f on f.id = page.id
      left join orders o on o.source = f.source and o.order_id = f.order_id
      left join waiting on waiting.order_no = o.no
      cross join lateral (select f.id as this, f.source as of_source, f.order_id as of_order) k
    order by page.points desc, page.level desc, page.since desc, page.id desc`;
}

/** How many other findings of the order `k` are in sight on the watchlist. */
const watchedBeside = (sql: Runner, { generation, at, scope }: FindingCriteria) => sql`(
  select count(*)::int from finding f where f.source = k.of_source and f.order_id = k.of_order and f.id <> k.this
    and f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint and f.watch_during @> ${at}::timestamptz
    and ${findingScope(sql, { at, scope })})`;
