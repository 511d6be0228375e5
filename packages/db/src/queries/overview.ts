import type { Runner } from "../connect";
import type { DeedCriteria } from "./deeds";
import { allConditions, type FindingCriteria, levelColumn } from "./finding-criteria";
import { orderFaceScope } from "./scope";

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

/** The stretches between all bounds, and of which periods each is a piece. */
function stretches(now: Bounds, before: Bounds, parts: readonly Bounds[]) {
  const edges = [...new Set([now, before, ...parts].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const lies = (edge: number, { from, to }: Bounds): boolean => edge >= from && edge < to;
  return {
    edges: edges.map((edge) => new Date(edge).toISOString()),
    isNow: edges.map((edge) => Number(lies(edge, now))),
    isBefore: edges.map((edge) => Number(lies(edge, before))),
    parts: edges.map((edge) => parts.findIndex((part) => lies(edge, part))),
  };
}

/**
 * Counts of the findings whose first step lies in the period, the period before, or a part of the trend, in one pass: by
 * stretch, level and charge, or origin, and from these sums of few rows. `criteria` bound all. Uses finding_face_first.
 */
export function countFigures(
  sql: Runner,
  criteria: FindingCriteria,
  periods: { readonly now: Bounds; readonly before: Bounds; readonly parts: readonly Bounds[] },
): Promise<readonly FindingFigures[]> {
  const { edges, isNow, isBefore, parts } = stretches(periods.now, periods.before, periods.parts);
  return sql<FindingFigures[]>`
    with stretch as materialized (
      select is_now = 1 as is_now, is_before = 1 as is_before, part, stretch
      from unnest(${isNow}::integer[], ${isBefore}::integer[], ${parts}::integer[])
        with ordinality as s(is_now, is_before, part, stretch)
    ), hit as materialized (
      select width_bucket(f.first_at, ${edges}::timestamptz[]) as stretch, ${levelColumn(sql, criteria.at)} as level,
        f.charge, f.origin
      from finding_face f where ${allConditions(sql, criteria)}
    ), charged as materialized (
      select s.is_now, s.is_before, s.part, h.level, c.rule, h.count
      from (select stretch, level, charge, count(*) as count from hit group by stretch, level, charge) h
        join stretch s using (stretch) join charge c on c.id = h.charge
    ), placed as materialized (
      select c.rule, o.district, split_part(o.category, '>', 1) as category, h.count
      from (select origin, charge, count(*) as count from hit join stretch s using (stretch) where s.is_now
          group by origin, charge) h
        join origin o on o.id = h.origin join charge c on c.id = h.charge
    )
    select 'rule' as figure, rule as value, '' as district, 0 as part, level, sum(count)::int as count
    from charged where is_now group by rule, level
    union all
    select 'before', rule, '', 0, level, sum(count)::int from charged where is_before group by rule, level
    union all
    select 'part', rule, '', part, level, sum(count)::int from charged where part >= 0 group by rule, part, level
    union all
    select 'district_rule', rule, district, 0, 0, sum(count)::int from placed group by rule, district
    union all
    select 'district_category', category, district, 0, 0, sum(count)::int from placed group by category, district`;
}

/** Orders accepted in the period, by district. Uses order_face_accepted. */
export const acceptedByDistrict = (
  sql: Runner,
  { generation, at, sources, scope }: Pick<DeedCriteria, "generation" | "at" | "sources" | "scope">,
  { from, to }: Bounds,
): Promise<readonly { readonly district: string; readonly orders: number }[]> =>
  sql<{ district: string; orders: number }[]>`
    select o.district, count(*)::int as orders
    from order_face f join origin o on o.id = f.origin
    where f.accepted_at <= ${at}::timestamptz and f.accepted_at >= ${from}::timestamptz
      and f.accepted_at < ${to}::timestamptz and ${orderFaceScope(sql, { generation, at, scope })}
      ${sources.length === 0 ? sql`` : sql`and o.source = any(${sources as string[]}::text[])`}
    group by o.district`;
