import type { Runner } from "../connect";
import { baseCondition, type FindingCriteria, levelColumn } from "./finding-criteria";
import { hangingScope, orderScope, type ScopeMoment } from "./scope";

export interface UnitFindings {
  readonly unit: string;
  readonly level: number;
  readonly count: number;
}

/** Findings of the criteria by the unit they name and their level; one that names several counts for each. */
export const countByUnit = (sql: Runner, criteria: FindingCriteria): Promise<readonly UnitFindings[]> =>
  sql<UnitFindings[]>`
    select u.unit, h.level, count(*)::int as count
    from (select f.id, ${levelColumn(sql, criteria.at)} as level from finding f where ${baseCondition(sql, criteria)}
      ${criteria.sources.length === 0 ? sql`` : sql`and f.source = any(${criteria.sources as string[]}::text[])`}) h
      join finding_unit u on u.finding = h.id and u.since <= ${criteria.at}::timestamptz
    group by u.unit, h.level`;

export interface UnitVolume {
  readonly unit: string;
  readonly orders: number;
  readonly legs: number;
  readonly holding: number;
}

/** How much of what is in scope went through each unit up to T, of these sources or all. */
export const volumeByUnit = (
  sql: Runner,
  moment: ScopeMoment,
  sources: readonly string[] | null,
): Promise<readonly UnitVolume[]> =>
  sql<UnitVolume[]>`
    select unit, count(*)::int as orders, sum(legs)::int as legs, sum(holding)::int as holding
    from (
      select unit, count(*) as legs,
        count(*) filter (where end_at is null or end_at > ${moment.at}::timestamptz) as holding
      from leg
      where start_at <= ${moment.at}::timestamptz and ${hangingScope(sql, "leg", moment)}
        ${sources === null ? sql`` : sql`and source = any(${sources as string[]}::text[])`}
      group by unit, source, order_id
    ) visit
    group by unit`;

export interface SourceFigures {
  readonly source: string;
  readonly orders: number;
  readonly events: number;
  readonly rejects: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
  readonly recorded_at: number | null;
}

/** Of what is in scope; rejected rows have no district and no unit, and count for those whom neither narrows. */
export const figuresBySource = (sql: Runner, moment: ScopeMoment): Promise<readonly SourceFigures[]> =>
  sql<SourceFigures[]>`
    select s.code as source, coalesce(o.orders, 0)::int as orders, coalesce(e.events, 0)::int as events,
      coalesce(r.rejects, 0)::int as rejects, e.first_at, e.last_at, e.recorded_at
    from source s
      left join (select o.source, count(*) as orders from orders o where ${orderScope(sql, moment)} group by o.source) o on o.source = s.code
      left join (select source, count(*) as events, min(at) as first_at, max(at) as last_at, max(recorded_at) as recorded_at
        from order_event where superseded_at is null and ${hangingScope(sql, "order_event", moment)} group by source) e on e.source = s.code
      left join (select b.source, sum(f.rejected) as rejects from import_file f join import_batch b on b.id = f.batch
        where ${moment.scope.districts === null && moment.scope.units === null} group by b.source) r on r.source = s.code
    ${moment.scope.sources === null ? sql`` : sql`where s.code = any(${moment.scope.sources as string[]}::text[])`}`;
