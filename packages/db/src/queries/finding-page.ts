import type { Runner } from "../connect";
import { allConditions, type FindingCriteria, levelColumn, sinceColumn } from "./finding-criteria";
import { type FindingRow, findingColumns } from "./findings";

/** The place of a row in the list, worst first: level, then newest step. */
export interface FindingPlace {
  readonly level: number;
  readonly since: number;
  readonly id: string;
}

export interface ListedFinding extends FindingRow {
  readonly level: number;
  readonly since: number;
  readonly order_title: string;
  /** Something happened to the order after T: what is stored knows more than T did. */
  readonly later: boolean;
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
  after: FindingPlace | null,
  limit: number,
): Promise<Listed<ListedFinding>> {
  // Words are dear to compare: then what was found for the page is counted, too.
  const atOnce = criteria.text !== null;
  const [total, rows] = await Promise.all([
    atOnce ? null : countFindings(sql, criteria),
    selectFindings(sql, criteria, after, limit, atOnce),
  ]);
  const counted = total ?? rows[0]?.total ?? (after === null ? 0 : await countFindings(sql, criteria));
  return { total: counted, rows };
}

export async function countFindings(sql: Runner, criteria: FindingCriteria): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    select count(*)::int as total from finding_face f where ${allConditions(sql, criteria)}`;
  return row?.total ?? 0;
}

/** With `total` where they are counted. */
export const selectFindings = (
  sql: Runner,
  criteria: FindingCriteria,
  after: FindingPlace | null,
  limit: number,
  counted: boolean,
) => sql<(ListedFinding & { readonly total: number | null })[]>`
  with hit as ${counted ? sql`materialized` : sql`not materialized`} (
    select f.id, ${levelColumn(sql, criteria.at)} as level, ${sinceColumn(sql, criteria.at)} as since
    from finding_face f where ${allConditions(sql, criteria)}
  ), page as materialized (
    select f.id, f.level, f.since from hit f
    ${
      after === null
        ? sql``
        : sql`where (f.level, f.since, f.id) < (${after.level}::integer, ${after.since}::timestamptz, ${after.id}::bigint)`
    }
    order by f.level desc, f.since desc, f.id desc limit ${limit}
  )
  select ${findingColumns(sql)}, page.level, page.since, coalesce(o.title, '') as order_title,
    ${counted ? sql`(select count(*)::int from hit)` : sql`null::integer`} as total,
    exists (select from order_event e where e.source = f.source and e.order_id = f.order_id
      and e.superseded_at is null and e.at > ${criteria.at}::timestamptz) as later
  from page join finding f on f.id = page.id
    left join orders o on o.source = f.source and o.order_id = f.order_id
  order by page.level desc, page.since desc, page.id desc`;
