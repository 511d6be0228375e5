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

export async function countFindings(sql: Runner, criteria: FindingCriteria): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    select count(*)::int as total from finding_face f where ${allConditions(sql, criteria)}`;
  return row?.total ?? 0;
}

/** The rows after `after`, at most `limit`. */
export const pageFindings = (
  sql: Runner,
  criteria: FindingCriteria,
  after: FindingPlace | null,
  limit: number,
): Promise<readonly ListedFinding[]> => sql<ListedFinding[]>`
  with page as materialized (
    select f.id, f.level, f.since from (
      select f.id, ${levelColumn(sql, criteria.at)} as level, ${sinceColumn(sql, criteria.at)} as since
      from finding_face f where ${allConditions(sql, criteria)}
    ) f
    ${
      after === null
        ? sql``
        : sql`where (f.level, f.since, f.id) < (${after.level}::integer, ${after.since}::timestamptz, ${after.id}::bigint)`
    }
    order by f.level desc, f.since desc, f.id desc limit ${limit}
  )
  select ${findingColumns(sql)}, page.level, page.since, coalesce(o.title, '') as order_title,
    exists (select from order_event e where e.source = f.source and e.order_id = f.order_id
      and e.superseded_at is null and e.at > ${criteria.at}::timestamptz) as later
  from page join finding f on f.id = page.id
    left join orders o on o.source = f.source and o.order_id = f.order_id
  order by page.level desc, page.since desc, page.id desc`;
