import type { Runner } from "../connect";
import { type DeedCriteria, orderScope } from "./deeds";
import { allConditions, type FindingCriteria, levelColumn } from "./finding-criteria";

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
  return sql<FindingFigures[]>`
    with hit as materialized (
      select c.rule, f.first_at, o.district, split_part(o.category, '>', 1) as category,
        ${levelColumn(sql, criteria.at)} as level
      from finding_face f join origin o on o.id = f.origin join charge c on c.id = f.charge
      where ${allConditions(sql, criteria)}
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

/** Orders accepted in the period, by district. Uses order_face_accepted. */
export const acceptedByDistrict = (
  sql: Runner,
  { at, sources, scope }: Pick<DeedCriteria, "at" | "sources" | "scope">,
  { from, to }: Bounds,
): Promise<readonly { readonly district: string; readonly orders: number }[]> =>
  sql<{ district: string; orders: number }[]>`
    select o.district, count(*)::int as orders
    from order_face f join origin o on o.id = f.origin
    where f.accepted_at <= ${at}::timestamptz and f.accepted_at >= ${from}::timestamptz
      and f.accepted_at < ${to}::timestamptz
      ${scope.units === null ? sql`` : sql`and f.no in (select o.no from orders o where ${orderScope(sql, { ...scope, sources: null, districts: null }, at)})`}
      ${sources.length === 0 ? sql`` : sql`and o.source = any(${sources as string[]}::text[])`}
      ${scope.sources === null ? sql`` : sql`and o.source = any(${scope.sources as string[]}::text[])`}
      ${scope.districts === null ? sql`` : sql`and o.district = any(${scope.districts as string[]}::text[])`}
    group by o.district`;
