import type { LegAsked, Range } from "@tianyan/core";
import type { PendingQuery, Row } from "postgres";
import type { Runner } from "../connect";

type Asked = PendingQuery<Row[]>;

interface Days {
  readonly at: number;
  readonly daysBefore: readonly number[];
  readonly daysAfter: readonly number[];
}

const iso = (instants: readonly number[]): string[] => instants.map((one) => new Date(one).toISOString());

/** Of things that are sought, one is enough, unless it is said how many. */
export const enough = ({ at_least, at_most }: Range): Range =>
  at_least === undefined && at_most === undefined ? { at_least: 1 } : { at_least, at_most };

export const within = (sql: Runner, count: Asked, { at_least, at_most }: Range): Asked => sql`
  (${at_least === undefined ? sql`true` : sql`${count} >= ${at_least}`}
    and ${at_most === undefined ? sql`true` : sql`${count} <= ${at_most}`})`;

/** The one thing there is, where the condition holds of it, is as many as are asked for. */
export function isEnough(sql: Runner, condition: Asked, { at_least = 0, at_most = Number.POSITIVE_INFINITY }: Range) {
  const [one, none] = [at_least <= 1 && at_most >= 1, at_least <= 0];
  if (one && none) return sql`true`;
  if (one) return condition;
  return none ? sql`not (${condition})` : sql`false`;
}

/** Working days since the acceptance of the rows `f`; the first start lies at their beginning. */
export function daysSince(sql: Runner, starts: readonly number[], { at_least = 0, at_most }: Range): Asked {
  const latest = at_least === 0 ? null : starts.at(-at_least);
  const earliest = at_most === undefined ? undefined : starts.at(-at_most - 1);
  if (latest === undefined) return sql`false`;
  return sql`(${latest === null ? sql`true` : sql`f.accepted_at < ${latest}::timestamptz`}
    and ${earliest === undefined ? sql`true` : sql`f.accepted_at >= ${earliest}::timestamptz`})`;
}

/** Numbers of orders that are open at T; of those that end later only the order itself knows whether it was done in between. */
export const openOrders = (sql: Runner, at: Asked): Asked => sql`
  select w.no from order_face w
  where w.done_at > ${at} and (select o.open_during @> ${at} from orders o where o.no = w.no)`;

const URGENT = ["urgent", "emergency"] as const;

/** Numbers of orders of these words: index orders_urgent. */
export const urgentOrders = (sql: Runner, is: (word: (typeof URGENT)[number]) => boolean): Asked => sql`
  select o.no from orders o where o.urgency in ('urgent', 'emergency')
    and o.urgency = any(${URGENT.filter(is) as string[]}::text[])`;

/** Numbers of open orders by the due instant in force at T. */
export function dueOrders(
  sql: Runner,
  { is, days }: { readonly is: "due" | "overdue"; readonly days: number },
  { at: instant, daysBefore, daysAfter }: Days,
): Asked {
  const at = sql`${instant}::timestamptz`;
  const soon = daysAfter[days];
  const past = days === 0 ? instant : daysBefore.at(-days);
  const condition =
    is === "due"
      ? sql`d.due > ${at} ${soon === undefined ? sql`` : sql`and d.due < ${soon}::timestamptz`}`
      : sql`d.due <= ${at} and ${past === undefined ? sql`false` : sql`d.due <= ${past}::timestamptz`}`;
  return sql`
    select t.no from (${openOrders(sql, at)}) w join order_tally t on t.no = w.no
    where exists (select from unnest(t.due, t.due_set, t.due_until) as d(due, since, until)
      where d.since <= ${at} and d.until > ${at} and ${condition})`;
}

/** Legs `l`, as they were at T. */
export function legAsked(sql: Runner, { units, held, holding }: LegAsked, { at: instant, daysBefore }: Days): Asked {
  const at = sql`${instant}::timestamptz`;
  const starts = sql`${iso(daysBefore)}::timestamptz[]`;
  const days = sql`(width_bucket(least(coalesce(l.end_at, ${at}), ${at}), ${starts}) - width_bucket(l.start_at, ${starts}))`;
  const ongoing = sql`(l.end_at is null or l.end_at > ${at})`;
  return sql`l.start_at <= ${at}
    ${units.length === 0 ? sql`` : sql`and l.unit = any(${units as string[]}::text[])`}
    ${held === undefined ? sql`` : sql`and ${within(sql, days, held)}`}
    ${holding === undefined ? sql`` : sql`and ${ongoing} = ${holding}`}`;
}
