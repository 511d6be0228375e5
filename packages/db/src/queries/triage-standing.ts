import type { TriageStatus } from "@tianyan/core";
import type { PendingQuery, Row } from "postgres";
import type { Runner } from "../connect";
import { keyRows, type OrderKey } from "./keys";

type Condition = PendingQuery<Row[]>;

/** A decision of this alias counts at T: made by then, and not taken back by then. */
const counting = (sql: Runner, at: number, alias: "d" | "l") => sql`
  ${sql(`${alias}.at`)} <= ${at}::timestamptz
  and (${sql(`${alias}.undone_at`)} is null or ${sql(`${alias}.undone_at`)} > ${at}::timestamptz)`;

/** `d` is the latest decision that counts at T about the finding on which it hangs. */
export const isLatest = (sql: Runner, at: number) => sql`
  d.finding is not null and ${counting(sql, at, "d")}
  and not exists (select from decision l where l.finding = d.finding and l.id > d.id and ${counting(sql, at, "l")})`;

/** How many events of the finding of `d` had happened by T, each by the row of it that counts. */
const countedBy = (sql: Runner, at: number) => sql`
  (select count(*) from (
    select distinct on (e.ref) e.at from finding w join order_event e
      on e.source = w.source and e.order_id = w.order_id and e.ref = any(w.events) and e.superseded_at is null
    where w.id = d.finding order by e.ref, e.recorded_at desc, e.position desc) c
  where c.at <= ${at}::timestamptz)`;

/** As `holds` of the core says it, of the latest decision `d` about the narrow row `f`. */
export const isHolding = (sql: Runner, at: number) => {
  const instant = sql`${at}::timestamptz`;
  const level = sql`case when f.red_at <= ${instant} then 3 when f.orange_at <= ${instant} then 2
    when f.yellow_at <= ${instant} then 1 else 0 end`;
  return sql`case d.kind
    when 'dismissed' then ${level} <= d.level and (d.counted <= d.events or ${countedBy(sql, at)} <= d.events)
    when 'watched' then coalesce(${instant} < d.watch_until, ${level} < d.watch_level)
    else true end`;
};

/** Ids of the findings that are in a case by T: few. */
export const inCases = (sql: Runner, at: number) => sql`
  (select c.finding from case_finding c where c.finding is not null and c.added_at <= ${at}::timestamptz)`;

/** Ids of the findings that an answer exempts at T: few, by the index decision_exempted. */
export const exemptedByAnswer = (sql: Runner, at: number) => sql`
  (select d.finding from decision d where d.kind = 'exempted' and ${isLatest(sql, at)})`;

/** The latest decision about the narrow row `f` is such a one. */
const latestIs = (sql: Runner, at: number, condition: Condition) => sql`
  exists (select from decision d where d.finding = f.id and ${condition} and ${isLatest(sql, at)})`;

const DECIDED = ["taken", "watched", "dismissed", "confirmed", "exempted"] as const satisfies readonly TriageStatus[];

/** Narrow rows `f` with one of these statuses. */
export function standingAsked(sql: Runner, at: number, statuses: readonly TriageStatus[]): Condition {
  const asked = new Set(statuses);
  const among = (kinds: readonly string[]) =>
    latestIs(sql, at, sql`d.kind = any(${kinds as string[]}::text[]) and ${isHolding(sql, at)}`);
  const decided = asked.has("open")
    ? sql`not ${among(DECIDED.filter((kind) => !asked.has(kind)))}`
    : among(DECIDED.filter((kind) => asked.has(kind)));
  if (!asked.has("in_case")) return sql`${decided} and f.id not in ${inCases(sql, at)}`;
  return asked.size === 1 ? sql`f.id in ${inCases(sql, at)}` : sql`(${decided} or f.id in ${inCases(sql, at)})`;
}

/** Narrow rows `f` whose latest decision is of this account. */
export const decidedBy = (sql: Runner, at: number, account: string): Condition =>
  latestIs(sql, at, sql`d.account = ${account}::bigint`);

export interface FindingKeyRow {
  readonly source: string;
  readonly order_id: string;
  readonly key: string;
}

/** Findings of these orders that are in a case by T. */
export const findingsInCases = (
  sql: Runner,
  keys: readonly OrderKey[],
  at: number,
): Promise<readonly FindingKeyRow[]> =>
  sql<FindingKeyRow[]>`
    select w.source, w.order_id, w.key from ${keyRows(sql, keys)}
      join case_finding c on c.source = k.source and c.order_id = k.order_id join finding w on w.id = c.finding
    where c.added_at <= ${at}::timestamptz`;

export interface VerifiedCount {
  readonly rule: string;
  readonly kind: "confirmed" | "dismissed" | "exempted";
  readonly count: number;
}

/** Of the findings in sight, by rule: what was found last by T, where something was. */
export const countVerified = (sql: Runner, at: number): Promise<readonly VerifiedCount[]> =>
  sql<VerifiedCount[]>`
    select d.rule, d.kind, count(*)::int as count from decision d
    where d.finding is not null and ${counting(sql, at, "d")} and d.kind in ('confirmed', 'dismissed', 'exempted')
      and not exists (select from decision l where l.finding = d.finding and l.id > d.id and ${counting(sql, at, "l")}
        and l.kind in ('confirmed', 'dismissed', 'exempted'))
    group by d.rule, d.kind`;

export interface SettledRow extends FindingKeyRow {
  readonly kind: "dismissed" | "exempted";
  readonly level: number;
  readonly events: number;
}

/** Of the findings of these orders, to whom decisions are out of sight: which the latest decision by T dismissed or exempted. */
export const settledOfUnit = (sql: Runner, keys: readonly OrderKey[], at: number): Promise<readonly SettledRow[]> =>
  sql<SettledRow[]>`
    select source, order_id, key, kind, level, events
    from scope_settled(${keys.map(({ source }) => source)}::text[], ${keys.map(({ orderId }) => orderId)}::text[],
      ${at}::timestamptz)`;
