import type { Runner } from "../connect";
import type { DeedCriteria } from "./deeds";
import { baseCondition, type FindingCriteria, levelColumn } from "./finding-criteria";
import { orderScope } from "./scope";

interface Bounds {
  readonly from: number;
  readonly to: number;
}

export interface FindingFigures {
  readonly figure: "rule" | "before" | "part" | "district_rule" | "district_category";
  /** Rule or category. */
  readonly value: string;
  readonly district: string;
  readonly part: number;
  readonly level: number;
  readonly count: number;
}

/**
 * Counts of the findings whose first step lies in the period, the period before, or a part of the trend, in one pass.
 * Uses finding_first. `criteria` bound all of them.
 */
export function countFigures(
  sql: Runner,
  criteria: FindingCriteria,
  periods: { readonly now: Bounds; readonly before: Bounds; readonly parts: readonly Bounds[] },
): Promise<readonly FindingFigures[]> {
  const { now, before, parts } = periods;
  const stamps = (of: (bounds: Bounds) => number) => parts.map((part) => new Date(of(part)).toISOString());
  const sources = criteria.sources as string[];
  return sql<FindingFigures[]>`
    with hit as materialized (
      select f.rule, f.first_at, f.district, split_part(f.category, '>', 1) as category,
        ${levelColumn(sql, criteria.at)} as level
      from finding f where ${baseCondition(sql, criteria)}
      ${sources.length === 0 ? sql`` : sql`and f.source = any(${sources}::text[])`}
    ), inside as (
      select * from hit where first_at >= ${now.from}::timestamptz and first_at < ${now.to}::timestamptz
    )
    select 'rule' as figure, rule as value, '' as district, 0 as part, level, count(*)::int as count
    from inside group by rule, level
    union all
    select 'before', rule, '', 0, level, count(*)::int from hit
    where first_at >= ${before.from}::timestamptz and first_at < ${before.to}::timestamptz group by rule, level
    union all
    select 'part', rule, '', (p.place - 1)::int, level, count(*)::int
    from hit join unnest(${stamps((part) => part.from)}::timestamptz[], ${stamps((part) => part.to)}::timestamptz[])
      with ordinality as p(since, until, place) on first_at >= p.since and first_at < p.until
    group by rule, p.place, level
    union all
    select 'district_rule', rule, district, 0, 0, count(*)::int from inside group by rule, district
    union all
    select 'district_category', category, district, 0, 0, count(*)::int from inside group by category, district`;
}

/** Orders accepted in the period, by district. Uses orders_accepted. */
export const acceptedByDistrict = (
  sql: Runner,
  { generation, at, sources, scope }: Pick<DeedCriteria, "generation" | "at" | "sources" | "scope">,
  { from, to }: Bounds,
): Promise<readonly { readonly district: string; readonly orders: number }[]> =>
  sql<{ district: string; orders: number }[]>`
    select o.district, count(*)::int as orders from orders o
    where coalesce(o.accepted_at, '-infinity'::timestamptz) <= ${at}::timestamptz
      and coalesce(o.accepted_at, '-infinity'::timestamptz) >= ${from}::timestamptz
      and coalesce(o.accepted_at, '-infinity'::timestamptz) < ${to}::timestamptz and ${orderScope(sql, { generation, at, scope })}
      ${sources.length === 0 ? sql`` : sql`and o.source = any(${sources as string[]}::text[])`}
    group by o.district`;
