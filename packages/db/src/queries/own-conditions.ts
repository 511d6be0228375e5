import { type Condition, isGroup, type Leaf } from "@tianyan/core";
import type { PendingQuery, Row } from "postgres";
import type { Runner } from "../connect";
import { holdsText, underPaths } from "./finding-criteria";
import { daysSince, dueOrders, enough, isEnough, legAsked, openOrders, urgentOrders, within } from "./own-counts";
import { findingAsked } from "./own-findings";
import type { ScopeCriteria } from "./scope";

type Asked = PendingQuery<Row[]>;

/** Conditions of one's own as the database takes them: units with all below them. */
export interface OwnCriteria {
  readonly condition: Condition;
  readonly generation: string;
  readonly at: number;
  readonly scope: ScopeCriteria;
  /** Starts of working dates from the first order to T, in order. */
  readonly daysBefore: readonly number[];
  /** The next ones after T, as many as are asked for. */
  readonly daysAfter: readonly number[];
}

/** Of which narrow rows `f` it is asked. */
interface Rows {
  /** Number of the order of `f`. */
  readonly number: Asked;
  /** What is asked of a finding is asked of the row itself, not of any finding of the order. */
  readonly itself: boolean;
}

/** Narrow rows `f` of orders that match. */
export const ownOfOrders = (sql: Runner, own: OwnCriteria): Asked =>
  tree(sql, own.condition, own, { number: sql`f.no`, itself: false });

/** Narrow rows `f` of findings that match. */
export const ownOfFindings = (sql: Runner, own: OwnCriteria): Asked =>
  tree(sql, own.condition, own, { number: sql`f.order_no`, itself: true });

function tree(sql: Runner, condition: Condition, own: OwnCriteria, rows: Rows): Asked {
  if (!isGroup(condition)) return leaf(sql, condition, own, rows);
  const part = (one: Condition) => tree(sql, one, own, rows);
  if (condition.is === "not") return sql`not (${part(condition.of)})`;
  const joined = condition.of
    .map(part)
    .reduce((all, one) => (condition.is === "all" ? sql`${all} and ${one}` : sql`${all} or ${one}`));
  return sql`(${joined})`;
}

/** Sets of numbers are made once and looked into: `is true` keeps the planner from joining them, and makes an unknown number a no. */
const among = (sql: Runner, { number }: Rows, numbers: Asked): Asked => sql`((${number} in (${numbers})) is true)`;

/** What is not counted at all has no row: none is what is not more. */
function counted(
  sql: Runner,
  rows: Rows,
  range: Parameters<typeof within>[2],
  of: (counted: Counting) => Asked,
): Asked {
  const { at_least = 0, at_most } = range;
  if (at_least > 0)
    return among(
      sql,
      rows,
      of((count) => within(sql, count, range)),
    );
  return at_most === undefined
    ? sql`true`
    : sql`not ${among(
        sql,
        rows,
        of((count) => sql`${count} > ${at_most}`),
      )}`;
}

/** A condition over the count. */
type Counting = (count: Asked) => Asked;

function leaf(sql: Runner, asked: Leaf, own: OwnCriteria, rows: Rows): Asked {
  const at = sql`${own.at}::timestamptz`;
  switch (asked.is) {
    case "source":
    case "district":
      return comesFrom(sql, sql`${sql(`o.${asked.is}`)} = any(${asked.in as string[]}::text[])`);
    case "category":
      return comesFrom(sql, underPaths(sql, "o.category", asked.in));
    case "urgency":
      return asked.in.includes("normal")
        ? sql`not ${among(
            sql,
            rows,
            urgentOrders(sql, (word) => !asked.in.includes(word)),
          )}`
        : among(
            sql,
            rows,
            urgentOrders(sql, (word) => asked.in.includes(word)),
          );
    case "state": {
      const open = among(sql, rows, openOrders(sql, at));
      return asked.state === "open" ? open : sql`not ${open}`;
    }
    case "accepted":
      return sql`(f.accepted_at > '-infinity'
        ${asked.from === undefined ? sql`` : sql`and f.accepted_at >= ${asked.from}::timestamptz`}
        ${asked.to === undefined ? sql`` : sql`and f.accepted_at < ${asked.to}::timestamptz`})`;
    case "age":
      return sql`(f.accepted_at > '-infinity' and ${daysSince(sql, own.daysBefore, asked)})`;
    case "due":
    case "overdue":
      return among(sql, rows, dueOrders(sql, asked, own));
    case "count": {
      const instants = sql(`t.${asked.what}`);
      const of = (counting: Counting) =>
        sql`select t.no from order_tally t where ${counting(sql`width_bucket(${at}, ${instants})`)}`;
      return counted(sql, rows, asked, of);
    }
    case "rating": {
      const last = sql`t.ratings[width_bucket(${at}, t.rated)]`;
      return among(sql, rows, sql`select t.no from order_tally t where ${last} = any(${asked.in as string[]}::text[])`);
    }
    case "text":
      return holdsText(sql, asked.has.trim());
    case "leg": {
      const of = (counting: Counting) => sql`
        select o.no from leg l join orders o using (source, order_id) where ${legAsked(sql, asked.leg, own)}
        group by o.no having ${counting(sql`count(*)`)}`;
      return counted(sql, rows, enough(asked), of);
    }
    case "finding": {
      if (rows.itself) return isEnough(sql, findingAsked(sql, asked.finding, own), enough(asked));
      const of = (counting: Counting) => sql`
        select f.order_no from finding_face f where ${findingAsked(sql, asked.finding, own)}
        group by f.order_no having ${counting(sql`count(*)`)}`;
      return counted(sql, rows, enough(asked), of);
    }
  }
}

/** There are few origins, so that they are looked through once. */
const comesFrom = (sql: Runner, condition: Asked): Asked =>
  sql`f.origin in (select o.id from origin o where ${condition})`;
