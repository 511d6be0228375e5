import type { Runner } from "../connect";
import { baseCondition, type FindingCriteria, facetConditions, levelColumn } from "./finding-criteria";

export interface FacetCount {
  readonly facet: "total" | "level" | "rule" | "unit" | "district" | "category" | "source" | "new" | "red";
  readonly value: string;
  readonly count: number;
}

export interface FacetBounds {
  /** First step from then on: new. */
  readonly newFrom: number;
  /** Red after T and before then: about to turn red. */
  readonly redBefore: number;
}

/** Counts under all filters; each facet without its own. One pass over the findings of the base condition. */
export function countFacets(
  sql: Runner,
  criteria: FindingCriteria,
  bounds: FacetBounds,
): Promise<readonly FacetCount[]> {
  const is = facetConditions(sql, criteria);
  return sql<FacetCount[]>`
    with hit as materialized (
      select f.id, f.rule, ${levelColumn(sql, criteria.at)} as level, f.district, f.category, f.source, f.first_at, f.red_at,
        ${is.rule} as is_rule, ${is.level} as is_level, ${is.unit} as is_unit, ${is.district} as is_district,
        ${is.category} as is_category, ${is.source} as is_source
      from finding f where ${baseCondition(sql, criteria)}
    ), chosen as (
      select * from hit where is_rule and is_level and is_unit and is_district and is_category and is_source
    )
    select 'total' as facet, '' as value, count(*)::int as count from chosen
    union all
    select 'new', '', count(*)::int from chosen where first_at >= ${bounds.newFrom}::timestamptz
    union all
    select 'red', '', count(*)::int from chosen
    where red_at > ${criteria.at}::timestamptz and red_at < ${bounds.redBefore}::timestamptz
    union all
    select 'level', level::text, count(*)::int from hit
    where is_rule and is_unit and is_district and is_category and is_source group by level
    union all
    select 'rule', rule, count(*)::int from hit
    where is_level and is_unit and is_district and is_category and is_source group by rule
    union all
    select 'district', district, count(*)::int from hit
    where is_rule and is_level and is_unit and is_category and is_source group by district
    union all
    select 'category', category, count(*)::int from hit
    where is_rule and is_level and is_unit and is_district and is_source group by category
    union all
    select 'source', source, count(*)::int from hit
    where is_rule and is_level and is_unit and is_district and is_category group by source
    union all
    select 'unit', u.unit, count(*)::int from hit join finding_unit u on u.finding = hit.id
    where is_rule and is_level and is_district and is_category and is_source and u.since <= ${criteria.at}::timestamptz
    group by u.unit`;
}
