import type { Runner } from "../connect";
import {
  baseCondition,
  chargeAsked,
  type FindingCriteria,
  isNewSince,
  levelColumn,
  originAsked,
  originConditions,
  standingCondition,
} from "./finding-criteria";

export interface FacetCount {
  readonly facet: "total" | "level" | "rule" | "unit" | "district" | "category" | "source" | "new" | "unseen" | "red";
  readonly value: string;
  readonly count: number;
}

export interface FacetBounds {
  /** First step from then on: new. */
  readonly newFrom: number;
  /** First step, or first recorded, from then on: not seen yet. */
  readonly unseenFrom: number;
  /** Red after T and before then: about to turn red. */
  readonly redBefore: number;
}

/**
 * Counts under all filters; each facet without its own. One pass over narrow rows makes few groups, by charge and level of
 * those whose origin is asked for, and by origin of the others; the facets are sums of these.
 */
export function countFacets(
  sql: Runner,
  criteria: FindingCriteria,
  bounds: FacetBounds,
): Promise<readonly FacetCount[]> {
  const at = sql`${criteria.at}::timestamptz`;
  const { rules, levels, units } = criteria;
  const origin = originConditions(sql, criteria);
  const anything = sql`true`;
  const is = {
    rule: rules.length === 0 ? anything : sql`rule = any(${rules as string[]}::text[])`,
    level: levels.length === 0 ? anything : sql`level = any(${levels as number[]}::integer[])`,
    unit: units.length === 0 ? anything : sql`units && ${units as string[]}::text[]`,
    district: origin.district ?? anything,
    category: origin.category ?? anything,
    source: origin.source ?? anything,
  };
  return sql<FacetCount[]>`
    with grouped as materialized (
      select grouping(origin) = 1 as of_charge, level, charge, growing, origin,
        count(*) filter (where origin_asked) as by_charge, count(*) filter (where charge_asked) as by_origin,
        count(*) filter (where origin_asked and charge_asked and first_at >= ${bounds.newFrom}::timestamptz) as fresh,
        count(*) filter (where origin_asked and charge_asked and unseen) as unseen,
        count(*) filter (where origin_asked and charge_asked and red_at > ${at}
          and red_at < ${bounds.redBefore}::timestamptz) as reddening
      from (
        select ${levelColumn(sql, criteria.at)} as level, f.charge, f.origin, f.first_at, f.red_at, ${isNewSince(sql, bounds.unseenFrom)} as unseen,
          case when f.units_since > ${at} then f.id end as growing,
          ${originAsked(sql, criteria) ?? anything} as origin_asked,
          ${chargeAsked(sql, criteria) ?? anything} as charge_asked
        from finding_face f where ${baseCondition(sql, criteria)} and ${standingCondition(sql, criteria) ?? anything}
      ) f
      group by grouping sets ((level, charge, growing), (origin))
    ), charged as materialized (
      select g.level, g.by_charge as count, g.fresh, g.unseen, g.reddening, c.rule, n.units
      from grouped g join charge c on c.id = g.charge cross join lateral (
        select case when g.growing is null then c.units else array(
          select u.unit from finding_unit u where u.finding = g.growing and u.since <= ${at}) end as units) n
      where g.of_charge and g.by_charge > 0
    ), placed as materialized (
      select g.by_origin as count, o.* from grouped g join origin o on o.id = g.origin where not g.of_charge
    )
    select 'total' as facet, '' as value, coalesce(sum(count), 0)::int as count from charged
    where ${is.rule} and ${is.level} and ${is.unit}
    union all select 'new', '', coalesce(sum(fresh), 0)::int from charged
    union all select 'unseen', '', coalesce(sum(unseen), 0)::int from charged
    union all select 'red', '', coalesce(sum(reddening), 0)::int from charged
    union all select 'level', level::text, sum(count)::int from charged where ${is.rule} and ${is.unit} group by level
    union all select 'rule', rule, sum(count)::int from charged where ${is.level} and ${is.unit} group by rule
    union all select 'unit', unit, sum(count)::int from charged, unnest(units) as unit
    where ${is.rule} and ${is.level} group by unit
    union all select 'district', district, sum(count)::int from placed o
    where count > 0 and ${is.category} and ${is.source} group by district
    union all select 'category', category, sum(count)::int from placed o
    where count > 0 and ${is.district} and ${is.source} group by category
    union all select 'source', source, sum(count)::int from placed o
    where count > 0 and ${is.district} and ${is.category} group by source`;
}
