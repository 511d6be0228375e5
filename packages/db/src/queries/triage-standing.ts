import type { TriageStatus } from "@tianyan/core";
import type { PendingQuery, Row } from "postgres";
import type { Runner } from "../connect";
import { keyRows, type OrderKey } from "./keys";

type Condition = PendingQuery<Row[]>;

/** Decisions `d` that count at T: made by then, and not taken back by then. */
const counting = (sql: Runner, at: number) => sql`
  d.at <= ${at}::timestamptz and (d.undone_at is null or d.undone_at > ${at}::timestamptz)`;

/** How many events of the finding of `d` had happened by T, each by the row of it that counts. */
const countedBy = (sql: Runner, at: number) => sql`
  (select count(*) from (
    select distinct on (e.ref) e.at from finding w join order_event e
      on e.source = w.source and e.order_id = w.order_id and e.ref = any(w.events) and e.superseded_at is null
    where w.id = d.finding order by e.ref, e.recorded_at desc, e.position desc) c
  where c.at <= ${at}::timestamptz)`;

/** As `holds` of the core says it, of the latest decision `d` about the narrow row `s`. */
const holding = (sql: Runner, at: number) => {
  const instant = sql`${at}::timestamptz`;
  const level = sql`case when s.red_at <= ${instant} then 3 when s.orange_at <= ${instant} then 2
    when s.yellow_at <= ${instant} then 1 else 0 end`;
  return sql`case d.kind
    when 'dismissed' then ${level} <= d.level and (d.counted <= d.events or ${countedBy(sql, at)} <= d.events)
    when 'watched' then coalesce(${instant} < d.watch_until, ${level} < d.watch_level)
    else true end`;
};

/**
 * A rowset of findings that somebody decided about by T, or that are in a case: `finding`, `status`, `account` of who decided last. Few
 * beside the findings.
 */
export const standings = (sql: Runner, at: number) => sql`
  select d.finding, case when ${holding(sql, at)} then d.kind else 'open' end as status, d.account
  from (
    select distinct on (d.finding) d.* from decision d where d.finding is not null and ${counting(sql, at)}
    order by d.finding, d.id desc) d
    join finding_face s on s.id = d.finding
  where not exists (${inCase(sql, at, sql`f.id = d.finding`)})
  union all ${inCase(sql, at, sql`true`)}`;

/** Findings in a case by T. */
const inCase = (sql: Runner, at: number, which: Condition) => sql`
  select distinct f.id as finding, 'in_case' as status, null::bigint as account
  from case_finding c join finding f on f.source = c.source and f.order_id = c.order_id and f.key = c.key
  where c.added_at <= ${at}::timestamptz and ${which}`;

/** Narrow rows `f` with one of these statuses. */
export function standingAsked(sql: Runner, at: number, statuses: readonly TriageStatus[]) {
  const among = sql`status = any(${statuses as string[]}::text[])`;
  const of = (condition: Condition) => sql`(select s.finding from (${standings(sql, at)}) s where ${condition})`;
  return statuses.includes("open") ? sql`f.id not in ${of(sql`not ${among}`)}` : sql`f.id in ${of(among)}`;
}

/** Narrow rows `f` whose latest decision is of this account. */
export const decidedBy = (sql: Runner, at: number, account: string) => sql`
  f.id in (select s.finding from (${standings(sql, at)}) s where s.account = ${account}::bigint)`;

/** Findings of these orders that are in a case by T. */
export const findingsInCases = (
  sql: Runner,
  keys: readonly OrderKey[],
  at: number,
): Promise<readonly FindingKeyRow[]> =>
  sql<FindingKeyRow[]>`
    select c.source, c.order_id, c.key from ${keyRows(sql, keys)}
      join case_finding c on c.source = k.source and c.order_id = k.order_id
    where c.added_at <= ${at}::timestamptz`;

export interface FindingKeyRow {
  readonly source: string;
  readonly order_id: string;
  readonly key: string;
}

export interface VerifiedCount {
  readonly rule: string;
  readonly kind: "confirmed" | "dismissed" | "exempted";
  readonly count: number;
}

/** Of the findings in sight, by rule: what was found last by T, where something was. */
export const countVerified = (sql: Runner, at: number): Promise<readonly VerifiedCount[]> =>
  sql<VerifiedCount[]>`
    select o.rule, o.kind, count(*)::int as count from (
      select distinct on (d.finding) d.rule, d.kind from decision d
      where d.finding is not null and ${counting(sql, at)} and d.kind in ('confirmed', 'dismissed', 'exempted')
      order by d.finding, d.id desc) o
    group by o.rule, o.kind`;
