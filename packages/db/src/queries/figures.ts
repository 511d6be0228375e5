import type { Runner } from "../connect";
import { batchFigures } from "./batch-figures";
import { allConditions, type FindingCriteria, levelColumn } from "./finding-criteria";
import { hangingScope, orderFaceScope, type ScopeMoment } from "./scope";

export interface UnitFindings {
  readonly unit: string;
  readonly level: number;
  readonly count: number;
}

/** Findings of the criteria by the unit they name and their level; one that names several counts for each. */
export const countByUnit = (sql: Runner, criteria: FindingCriteria): Promise<readonly UnitFindings[]> =>
  sql<UnitFindings[]>`
    select u.unit, h.level, count(*)::int as count
    from (select f.id, ${levelColumn(sql, criteria.at)} as level from finding_face f
      where ${allConditions(sql, criteria)}) h
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
    select unit, count(*) filter (where not again)::int as orders, count(*)::int as legs,
      count(*) filter (where end_at is null or end_at > ${moment.at}::timestamptz)::int as holding
    from leg
    where start_at <= ${moment.at}::timestamptz and ${hangingScope(sql, "leg", moment)}
      ${sources === null ? sql`` : sql`and source = any(${sources as string[]}::text[])`}
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
      left join (select o.source, sum(f.orders) as orders
        from (${facesByOrigin(sql, moment)}) f join origin o on o.id = f.origin
        group by o.source) o on o.source = s.code
      left join (select source, sum(events) as events, min(first_at) as first_at, max(last_at) as last_at,
          max(recorded_at) as recorded_at
        from (${eventFigures(sql, moment)}) b group by source) e on e.source = s.code
      left join (select b.source, sum(f.rejected) as rejects from import_file f join import_batch b on b.id = f.batch
        where ${!isNarrowed(moment)} group by b.source) r on r.source = s.code
    ${moment.scope.sources === null ? sql`` : sql`where s.code = any(${moment.scope.sources as string[]}::text[])`}`;

/** To a part of what its sources hold. */
const isNarrowed = ({ scope }: ScopeMoment): boolean => scope.districts !== null || scope.units !== null;

/** Orders in scope by origin. */
export const facesByOrigin = (sql: Runner, moment: ScopeMoment) => sql`
  select f.origin, count(*) as orders from order_face f where ${orderFaceScope(sql, moment)} group by f.origin`;

/** Kept figures of whole sources; of a part of them the events are counted. */
const eventFigures = (sql: Runner, moment: ScopeMoment) =>
  isNarrowed(moment)
    ? sql`
      select source, count(*) as events, min(at) as first_at, max(at) as last_at, max(recorded_at) as recorded_at
      from order_event where superseded_at is null and ${hangingScope(sql, "order_event", moment)} group by source`
    : batchFigures(sql);

export interface SourceSpan {
  readonly source: string;
  readonly first_at: number;
  readonly last_at: number;
}

/** The first and the last event of each source in scope that has any. */
export const spanBySource = (sql: Runner, moment: ScopeMoment): Promise<readonly SourceSpan[]> =>
  sql<SourceSpan[]>`
    select source, min(first_at) as first_at, max(last_at) as last_at from (${eventFigures(sql, moment)}) b
    ${moment.scope.sources === null ? sql`` : sql`where source = any(${moment.scope.sources as string[]}::text[])`}
    group by source order by source collate "C"`;

export interface MonthlyVolume {
  readonly source: string;
  /** A place in the bounds asked for: from this one to the next. */
  readonly part: number;
  readonly orders: number;
}

/** Orders in scope accepted between each two neighbours of `bounds`, by source; what has none is left out. */
export const volumeByMonth = (
  sql: Runner,
  moment: ScopeMoment,
  bounds: readonly number[],
): Promise<readonly MonthlyVolume[]> => {
  const stamps = bounds.map((bound) => new Date(bound).toISOString());
  return sql<MonthlyVolume[]>`
    select o.source, v.part, sum(v.orders)::int as orders
    from (
      select f.origin, width_bucket(f.accepted_at, ${stamps}::timestamptz[]) - 1 as part, count(*) as orders
      from order_face f
      where f.accepted_at >= ${stamps[0] ?? "infinity"}::timestamptz
        and f.accepted_at < ${stamps.at(-1) ?? "-infinity"}::timestamptz and ${orderFaceScope(sql, moment)}
      group by 1, 2
    ) v join origin o on o.id = v.origin
    group by o.source, v.part`;
};
