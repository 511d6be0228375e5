import {
  CITIZEN_POINTS,
  DAY,
  LEVEL_POINTS,
  MOST_CITIZENS,
  MOST_REPEAT,
  MOST_SINCE,
  REPEAT_POINTS,
  URGENCY_POINTS,
} from "@tianyan/core";
import type { Runner } from "../connect";
import { baseCondition, type FindingCriteria, levelColumn, sinceColumn } from "./finding-criteria";
import { orderFaceScope, type ScopeMoment } from "./scope";

/** What the points of findings depend on beside their own rows. */
export interface PrioritySetting {
  /** By rule: its points. */
  readonly rules: ReadonlyMap<string, number>;
  /** Starts of the last working dates up to T, oldest first. */
  readonly workingDays: readonly number[];
}

/** The sum of `priorityOf` of the core for the narrow rows `f`, as `points`: to be joined beside them, where `waiting` is there. */
export function pointsOfFindings(sql: Runner, criteria: FindingCriteria, { rules, workingDays }: PrioritySetting) {
  const at = sql`${criteria.at}::timestamptz`;
  const level = levelColumn(sql, criteria.at);
  const iso = (instants: readonly number[]): string[] => instants.map((instant) => new Date(instant).toISOString());
  const days = iso(workingDays);
  // A level that was reached at the end of a day before T, or earlier, has lasted for that day.
  const since = iso(Array.from({ length: MOST_SINCE }, (_, index) => criteria.at - (MOST_SINCE - index) * DAY + 1));
  const itself = criteria.watchlist ? sql`1` : sql`(f.watch_during @> ${at})::integer`;
  return {
    beside: sql`
      join charge c on c.id = f.charge
      join unnest(${[...rules.keys()]}::text[], ${[...rules.values()]}::integer[]) as r(rule, points) on r.rule = c.rule
      left join (${watchedOfOrders(sql, criteria)}) w on w.order_no = f.order_no
      left join waiting m on m.order_no = f.order_no`,
    points: sql`(
      case ${level} when 3 then ${LEVEL_POINTS.red}::integer when 2 then ${LEVEL_POINTS.orange}::integer else ${LEVEL_POINTS.yellow}::integer end
      + ${since.length}::integer - width_bucket(${sinceColumn(sql, criteria.at)}, ${since}::timestamptz[])
      + r.points
      + ${days.length}::integer - width_bucket(f.accepted_at, ${days}::timestamptz[])
      + least(${MOST_REPEAT}::integer, ${REPEAT_POINTS}::integer * (coalesce(w.findings, 0) - ${itself}))
      + least(${MOST_CITIZENS}::integer, ${CITIZEN_POINTS}::integer * (coalesce(m.citizens, 1) - 1))
      + (${[...URGENCY_POINTS]}::integer[])[f.urgency + 1])`,
  };
}

/** How many findings of each order are on the watchlist, whatever the list is narrowed to. */
const watchedOfOrders = (sql: Runner, criteria: FindingCriteria) => sql`
  select f.order_no, count(*)::integer as findings from finding_face f where ${baseCondition(sql, unnarrowed(criteria))}
  group by f.order_no`;

/**
 * Tables `waiting_order` and `waiting` of a query: of each order that is open at T and in sight, how many citizens wait on its matter;
 * those who are not known count as one. Of orders that end later only they themselves know whether they were open: order_face_matter.
 */
export const waitingOfOrders = (sql: Runner, { generation, at, scope }: FindingCriteria) => sql`
  waiting_order as materialized (${scope.own ? nobodyWaits(sql) : openOrders(sql, { generation, at, scope })}),
  waiting as materialized (
    select o.order_no, c.citizens
    from waiting_order o join (
      select matter, count(distinct citizen)::integer as citizens from waiting_order group by matter) c using (matter))`;

/** To a unit's contact no order comes before another. */
const nobodyWaits = (sql: Runner) => sql`
  select 0::bigint as order_no, 0::bigint as matter, 0::bigint as citizen where false`;

const openOrders = (sql: Runner, moment: ScopeMoment) => sql`
  select f.no as order_no, f.matter, f.citizen from order_face f
  where f.matter is not null and f.done_at > ${moment.at}::timestamptz and f.accepted_at <= ${moment.at}::timestamptz
    and ${orderFaceScope(sql, moment)}
    and (select o.open_during @> ${moment.at}::timestamptz from orders o where o.no = f.no)`;

const unnarrowed = (criteria: FindingCriteria): FindingCriteria => ({
  ...criteria,
  watchlist: true,
  from: null,
  to: null,
  newSince: null,
  redBefore: null,
  text: null,
  order: null,
  own: null,
  exempt: null,
});
