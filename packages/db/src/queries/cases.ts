import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

/** A case as it is stored. */
export interface CaseHead {
  readonly id: string;
  readonly year: number;
  readonly no: number;
  readonly title: string;
  readonly note: string;
  readonly origin: string;
  readonly stage: string;
  readonly stage_since: number;
  readonly suspended_from: string | null;
  readonly assignee: string | null;
  readonly assignee_name: string | null;
  readonly opened_by: string;
  readonly opened_at: number;
  readonly version: number;
}

export const caseColumns = (sql: Runner) => sql`
  c.id, c.year, c.no, c.title, c.note, c.origin, c.stage, c.stage_since, c.suspended_from, c.assignee, c.assignee_name,
  c.opened_by, c.opened_at, c.version`;

/** Its row stays locked until the transaction ends: nobody else gets a number of the year before, so that none is left out. */
export async function nextCaseNumber(tx: Transaction, year: number): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    insert into case_counter as k (year, last) values (${year}, 1)
    on conflict (year) do update set last = k.last + 1 returning last`;
  if (!row) throw new Error("no number was given");
  return row.last;
}

export interface NewCase {
  readonly year: number;
  readonly no: number;
  readonly title: string;
  readonly note: string;
  readonly origin: string;
  readonly assignee: { readonly account: string; readonly name: string } | null;
  readonly openedBy: string;
}

/** Id of the new case: a clue. */
export async function insertCase(tx: Transaction, given: NewCase, at: number): Promise<string> {
  const { year, no, title, note, origin, assignee, openedBy } = given;
  const [row] = await tx<{ id: string }[]>`
    insert into supervision_case (year, no, title, note, origin, stage, stage_since, assignee, assignee_name, opened_by, opened_at)
    values (${year}, ${no}, ${title}, ${note}, ${origin}, 'clue', ${at}::timestamptz, ${assignee?.account ?? null}::bigint,
      ${assignee?.name ?? null}, ${openedBy}, ${at}::timestamptz)
    returning id`;
  if (!row) throw new Error("no case was opened");
  return row.id;
}

/** The case, changed by nobody else until the transaction ends. */
export async function lockCase(tx: Transaction, id: string): Promise<CaseHead | null> {
  const [row] = await tx<CaseHead[]>`
    select ${caseColumns(tx)} from supervision_case c where c.id = ${id}::bigint for update`;
  return row ?? null;
}

/** The case, where it is in sight. */
export async function readCaseHead(sql: Runner, id: string): Promise<CaseHead | null> {
  const [row] = await sql<CaseHead[]>`select ${caseColumns(sql)} from supervision_case c where c.id = ${id}::bigint`;
  return row ?? null;
}

export interface CasePlace {
  readonly stage: string;
  readonly suspendedFrom: string | null;
}

/** What was asked of a leader in the stage that it leaves counts no more. */
export async function moveCase(tx: Transaction, id: string, { stage, suspendedFrom }: CasePlace, at: number) {
  await tx`
    update supervision_case set stage = ${stage}, suspended_from = ${suspendedFrom}, stage_since = ${at}::timestamptz
    where id = ${id}::bigint`;
  await tx`
    update case_approval set lapsed_at = ${at}::timestamptz where case_id = ${id}::bigint and lapsed_at is null`;
}

/** Findings of a case that was signed off are confirmed; of one that was reopened, not yet again. */
export const judgeCaseFindings = (tx: Transaction, id: string, outcome: "confirmed" | null) => tx`
  update case_finding set outcome = ${outcome} where case_id = ${id}::bigint`;

export const giveCase = (tx: Transaction, id: string, to: { readonly account: string; readonly name: string }) => tx`
  update supervision_case set assignee = ${to.account}::bigint, assignee_name = ${to.name} where id = ${id}::bigint`;

export const countCaseChange = (tx: Transaction, id: string) => tx`
  update supervision_case set version = version + 1 where id = ${id}::bigint`;

export interface NewCaseEvent {
  readonly kind: string;
  readonly account: string | null;
  readonly actor: string;
  readonly post: string;
  readonly reason: string;
  readonly before: unknown;
  readonly after: unknown;
}

export async function addCaseEvent(tx: Transaction, id: string, event: NewCaseEvent, at: number): Promise<void> {
  const json = (value: unknown): string | null => (value === null ? null : jsonText(value));
  await tx`
    insert into case_event (case_id, at, kind, account, actor, post, reason, before, after)
    values (${id}::bigint, ${at}::timestamptz, ${event.kind}, ${event.account}, ${event.actor}, ${event.post}, ${event.reason},
      ${json(event.before)}::text::jsonb, ${json(event.after)}::text::jsonb)`;
}

export interface CaseEventRow extends NewCaseEvent {
  readonly id: string;
  readonly at: number;
}

/** Newest first. */
export const readCaseEvents = (sql: Runner, id: string): Promise<readonly CaseEventRow[]> =>
  sql<CaseEventRow[]>`
    select id, at, kind, account, actor, post, reason, before, after from case_event
    where case_id = ${id}::bigint order by id desc`;

/** Who made the version that the case has now, and when: comments and files make none. */
export async function readLastChange(
  sql: Runner,
  id: string,
): Promise<{ readonly actor: string; readonly at: number } | null> {
  const [row] = await sql<{ actor: string; at: number }[]>`
    select actor, at from case_event where case_id = ${id}::bigint and kind not in ('commented', 'attached')
    order by id desc limit 1`;
  return row ?? null;
}

export interface FactsRow {
  readonly units: number;
  readonly checks: number;
  readonly measures: number;
  readonly open: number;
  readonly unseen: number;
  readonly unanswered: number;
}

/** What guards count. */
export async function readCaseFacts(sql: Runner, id: string): Promise<FactsRow> {
  const [row] = await sql<FactsRow[]>`
    select (select count(*)::int from case_unit where case_id = ${id}::bigint) as units,
      (select count(*)::int from case_check where case_id = ${id}::bigint) as checks,
      m.measures, m.open, m.unseen,
      (select count(*)::int from paper p join paper_recipient r on r.paper_id = p.id
        where p.case_id = ${id}::bigint and p.state = 'issued' and r.due_on is not null and r.state <> 'replied') as unanswered
    from (
      select count(*)::int as measures, count(*) filter (where state <> 'accepted')::int as open,
        count(*) filter (where state = 'accepted' and look_back is distinct from 'held')::int as unseen
      from case_measure where case_id = ${id}::bigint) m`;
  if (!row) throw new Error("nothing was counted");
  return row;
}
