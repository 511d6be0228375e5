import type { Runner } from "../connect";
import { batchFigures } from "./batch-figures";
import { allConditions, type FindingCriteria, levelColumn } from "./finding-criteria";

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

/** How much went through each unit up to T, of these sources or all. */
export const volumeByUnit = (
  sql: Runner,
  at: number,
  sources: readonly string[] | null,
): Promise<readonly UnitVolume[]> =>
  sql<UnitVolume[]>`
    select unit, count(*) filter (where not again)::int as orders, count(*)::int as legs,
      count(*) filter (where end_at is null or end_at > ${at}::timestamptz)::int as holding
    from leg
    where start_at <= ${at}::timestamptz
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

export const figuresBySource = (sql: Runner): Promise<readonly SourceFigures[]> =>
  sql<SourceFigures[]>`
    select s.code as source, coalesce(o.orders, 0)::int as orders, coalesce(e.events, 0)::int as events,
      coalesce(r.rejects, 0)::int as rejects, e.first_at, e.last_at, e.recorded_at
    from source s
      left join (select o.source, sum(f.orders) as orders
        from (select origin, count(*) as orders from order_face group by origin) f join origin o on o.id = f.origin
        group by o.source) o on o.source = s.code
      left join (select source, sum(events) as events, min(first_at) as first_at, max(last_at) as last_at,
          max(recorded_at) as recorded_at
        from (${batchFigures(sql)}) b group by source) e on e.source = s.code
      left join (select b.source, sum(f.rejected) as rejects from import_file f join import_batch b on b.id = f.batch
        group by b.source) r on r.source = s.code`;

export interface SourceSpan {
  readonly source: string;
  readonly first_at: number;
  readonly last_at: number;
}

/** The first and the last event of each source that has any. */
export const spanBySource = (sql: Runner): Promise<readonly SourceSpan[]> =>
  sql<SourceSpan[]>`
    select source, min(first_at) as first_at, max(last_at) as last_at from (${batchFigures(sql)}) b
    group by source order by source collate "C"`;

export interface MonthlyVolume {
  readonly source: string;
  /** A place in the bounds asked for: from this one to the next. */
  readonly part: number;
  readonly orders: number;
}

/** Orders accepted between each two neighbours of `bounds`, by source; what has none is left out. */
export const volumeByMonth = (sql: Runner, bounds: readonly number[]): Promise<readonly MonthlyVolume[]> => {
  const stamps = bounds.map((bound) => new Date(bound).toISOString());
  return sql<MonthlyVolume[]>`
    select o.source, v.part, sum(v.orders)::int as orders
    from (
      select origin, width_bucket(accepted_at, ${stamps}::timestamptz[]) - 1 as part, count(*) as orders
      from order_face
      where accepted_at >= ${stamps[0] ?? "infinity"}::timestamptz and accepted_at < ${stamps.at(-1) ?? "-infinity"}::timestamptz
      group by 1, 2
    ) v join origin o on o.id = v.origin
    group by o.source, v.part`;
};
