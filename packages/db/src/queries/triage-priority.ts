import { DAY, LEVEL_POINTS, MOST_REPEAT, MOST_SINCE, REPEAT_POINTS, URGENCY_POINTS } from "@tianyan/core";
import type { Runner } from "../connect";
import { baseCondition, type FindingCriteria, levelColumn, sinceColumn } from "./finding-criteria";

/** What the points of findings depend on beside their own rows. */
export interface PrioritySetting {
  /** By rule: its points. */
  readonly rules: ReadonlyMap<string, number>;
  /** Starts of the last working dates up to T, oldest first. */
  readonly workingDays: readonly number[];
}

/** The sum of `priorityOf` of the core for the narrow rows `f`, as `points`: to be joined beside them. */
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
      left join (${watchedOfOrders(sql, criteria)}) w on w.order_no = f.order_no`,
    points: sql`(
      case ${level} when 3 then ${LEVEL_POINTS.red}::integer when 2 then ${LEVEL_POINTS.orange}::integer else ${LEVEL_POINTS.yellow}::integer end
      + ${since.length}::integer - width_bucket(${sinceColumn(sql, criteria.at)}, ${since}::timestamptz[])
      + r.points
      + ${days.length}::integer - width_bucket(f.accepted_at, ${days}::timestamptz[])
      + least(${MOST_REPEAT}::integer, ${REPEAT_POINTS}::integer * (coalesce(w.findings, 0) - ${itself}))
      + (${[...URGENCY_POINTS]}::integer[])[f.urgency + 1])`,
  };
}

/** How many findings of each order are on the watchlist, whatever the list is narrowed to. */
const watchedOfOrders = (sql: Runner, criteria: FindingCriteria) => sql`
  select f.order_no, count(*)::integer as findings from finding_face f where ${baseCondition(sql, unnarrowed(criteria))}
  group by f.order_no`;

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
