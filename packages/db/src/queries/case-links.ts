import type { PendingQuery, Row } from "postgres";
import type { Runner, Transaction } from "../connect";
import { keyRows, type OrderKey } from "./keys";

export interface CaseFindingKey extends OrderKey {
  readonly key: string;
}

export interface FoundFinding {
  readonly source: string;
  readonly order_id: string;
  readonly key: string;
  readonly rule: string;
  readonly key_unit: string | null;
  readonly key_event: string | null;
  /** Units that it names. */
  readonly named: readonly string[];
}

const findingRows = (sql: Runner, keys: readonly CaseFindingKey[]) => sql`
  unnest(${keys.map(({ source }) => source)}::text[], ${keys.map(({ orderId }) => orderId)}::text[],
    ${keys.map(({ key }) => key)}::text[]) as k(source, order_id, key)`;

/** Those of the findings that are there now and in sight. */
export const findingsOfKeys = (
  sql: Runner,
  generation: string,
  keys: readonly CaseFindingKey[],
): Promise<readonly FoundFinding[]> =>
  sql<FoundFinding[]>`
    select distinct on (f.source, f.order_id, f.key) f.source, f.order_id, f.key, f.rule, f.key_unit, f.key_event, f.named
    from ${findingRows(sql, keys)} join finding f using (source, order_id, key)
    where f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint`;

/** Those of the orders that are in sight. */
export const ordersOfKeys = (
  sql: Runner,
  keys: readonly OrderKey[],
): Promise<readonly { source: string; order_id: string }[]> =>
  sql<{ source: string; order_id: string }[]>`
    select distinct o.source, o.order_id from ${keyRows(sql, keys)} join orders o using (source, order_id)`;

/** A finding is put into cases one after the other, so that two do not take it at once. */
export async function lockCaseFindings(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(7243017)`;
}

/** Findings of these keys as they are now: rows of the newest judgement. */
const findingsNow = (sql: Runner, findings: readonly FoundFinding[]) => sql`
  ${findingRows(
    sql,
    findings.map(({ source, order_id: orderId, key }) => ({ source, orderId, key })),
  )} join finding f on f.source = k.source and f.order_id = k.order_id and f.key = k.key
    and f.to_gen = 9223372036854775807`;

/** Whether one of the findings is in another case that was not closed or transferred. */
export async function isFindingTaken(tx: Transaction, findings: readonly FoundFinding[], but: string | null) {
  const rows = await tx`
    select from ${findingsNow(tx, findings)} join case_finding t on t.finding = f.id
      join supervision_case c on c.id = t.case_id
    where c.stage not in ('closed', 'transferred') and (${but}::bigint is null or c.id <> ${but}::bigint) limit 1`;
  return rows.length > 0;
}

/** How many were not in the case before. */
export async function addCaseFindings(tx: Transaction, id: string, findings: readonly FoundFinding[], at: number) {
  const rows = await tx`
    insert into case_finding (case_id, source, order_id, key, rule, key_unit, key_event, added_at, lasts_from, lasts_to, finding)
    select ${id}::bigint, f.source, f.order_id, f.key, f.rule, f.key_unit, f.key_event, ${at}::timestamptz,
      f.first_at, f.cleared_at, f.id
    from ${findingsNow(tx, findings)}
    where not exists (select from case_finding t where t.case_id = ${id}::bigint and t.finding = f.id)
    on conflict do nothing returning 1`;
  return rows.length;
}

export async function addCaseOrders(tx: Transaction, id: string, keys: readonly OrderKey[], at: number) {
  const rows = await tx`
    insert into case_order (case_id, source, order_id, added_at)
    select distinct ${id}::bigint, k.source, k.order_id, ${at}::timestamptz from ${keyRows(tx, keys)}
    on conflict do nothing returning 1`;
  return rows.length;
}

export async function addCaseUnits(tx: Transaction, id: string, units: readonly string[], at: number) {
  const rows = await tx`
    insert into case_unit (case_id, unit, added_at)
    select distinct ${id}::bigint, u, ${at}::timestamptz from unnest(${units as string[]}::text[]) u
    on conflict do nothing returning 1`;
  return rows.length;
}

export interface CaseUnitRow {
  readonly case_id: string;
  readonly unit: string;
}

/** In the order in which they came, then by code. */
export const readCaseUnits = (sql: Runner, ids: readonly string[]): Promise<readonly CaseUnitRow[]> =>
  sql<CaseUnitRow[]>`
    select case_id, unit from case_unit where case_id = any(${ids as string[]}::bigint[])
    order by case_id, added_at, unit collate "C"`;

export interface CaseOrderRow {
  readonly source: string;
  readonly order_id: string;
  readonly added_at: number;
}

export const readCaseOrders = (sql: Runner, id: string): Promise<readonly CaseOrderRow[]> =>
  sql<CaseOrderRow[]>`
    select source, order_id, added_at from case_order where case_id = ${id}::bigint
    order by added_at, source collate "C", order_id collate "C"`;

export interface CaseFindingRow {
  readonly id: string;
  readonly source: string;
  readonly order_id: string;
  readonly key: string;
  readonly rule: string;
  readonly outcome: "confirmed" | null;
  /** Of the finding as it is now; all null where it is no more, or out of sight. */
  readonly yellow_at: number | null;
  readonly orange_at: number | null;
  readonly red_at: number | null;
  readonly cleared_at: number | null;
}

export const readCaseFindings = (sql: Runner, id: string, generation: string): Promise<readonly CaseFindingRow[]> =>
  sql<CaseFindingRow[]>`
    select k.id, k.source, k.order_id, k.key, k.rule, k.outcome, f.yellow_at, f.orange_at, f.red_at, f.cleared_at
    from case_finding k
      left join finding f on f.id = k.finding and f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint
    where k.case_id = ${id}::bigint order by k.id`;

export interface FurtherRow {
  readonly kind: "reopened" | "finding";
  readonly source: string;
  readonly order_id: string;
  readonly at: number;
  readonly rule: string | null;
  readonly key: string | null;
}

/** What came to orders of the case `c` after `since`: reopenings, and findings that are in no case of theirs. */
export const furtherLife = (sql: Runner, since: PendingQuery<Row[]>, generation: string, at: number) => sql`
  select 'reopened' as kind, k.source, k.order_id, e.at, null::text as rule, null::text as key
  from case_order k join order_event e on e.source = k.source and e.order_id = k.order_id
  where k.case_id = c.id and e.kind = 'reopened' and e.superseded_at is null
    and e.at > ${since} and e.at <= ${at}::timestamptz
  union all
  select 'finding', k.source, k.order_id, f.first_at, f.rule, f.key
  from case_order k join finding f on f.source = k.source and f.order_id = k.order_id
  where k.case_id = c.id and f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint
    and f.first_at > ${since} and f.first_at <= ${at}::timestamptz
    and not exists (select from case_finding t where t.case_id = c.id and t.finding = f.id)`;

/** Newest first: since the case ended; while it is under way, since it was opened. */
export const readFurtherLife = (
  sql: Runner,
  id: string,
  { generation, at }: { readonly generation: string; readonly at: number },
): Promise<readonly FurtherRow[]> =>
  sql<FurtherRow[]>`
    select l.* from supervision_case c cross join lateral (
      ${furtherLife(sql, sql`case when c.stage in ('signed_off', 'closed', 'transferred') then c.stage_since else c.opened_at end`, generation, at)}) l
    where c.id = ${id}::bigint order by l.at desc, l.source collate "C", l.order_id collate "C", l.key collate "C"`;
