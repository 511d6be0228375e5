import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

/** A paper as it is stored. */
export interface PaperHead {
  readonly id: string;
  readonly case_id: string;
  /** Null: written outside. */
  readonly kind: string | null;
  readonly naming: string;
  readonly state: string;
  readonly title: string;
  readonly mark: string | null;
  readonly number: string | null;
  /** Working days to reply in; null: none is asked for. */
  readonly reply_days: number | null;
  readonly corrects: string | null;
  readonly template: number | null;
  readonly text_no: number;
  readonly drafted_by: string;
  readonly drafted_account: string | null;
  readonly drafted_at: number;
  /** As of when the text says what happened to its orders; null: written outside. */
  readonly facts_at: number | null;
  readonly submitted_account: string | null;
  /** A local date, `2026-01-31`. */
  readonly sent_on: string | null;
  readonly issued_by: string | null;
  readonly issued_at: number | null;
  readonly version: number;
}

export const paperColumns = (sql: Runner) => sql`
  p.id, p.case_id, p.kind, p.naming, p.state, p.title, p.mark, p.number, p.reply_days, p.corrects, p.template, p.text_no,
  p.drafted_by, p.drafted_account, p.drafted_at, p.facts_at, p.submitted_account, p.sent_on::text as sent_on, p.issued_by, p.issued_at,
  p.version`;

/** The paper, where it is in sight. */
export async function readPaperHead(sql: Runner, id: string): Promise<PaperHead | null> {
  const [row] = await sql<PaperHead[]>`select ${paperColumns(sql)} from paper p where p.id = ${id}::bigint`;
  return row ?? null;
}

/** The paper, changed by nobody else until the transaction ends. */
export async function lockPaper(tx: Transaction, id: string): Promise<PaperHead | null> {
  const [row] = await tx<PaperHead[]>`select ${paperColumns(tx)} from paper p where p.id = ${id}::bigint for update`;
  return row ?? null;
}

export interface NewPaperDraft {
  readonly caseId: string;
  readonly kind: string;
  readonly naming: string;
  readonly title: string;
  readonly replyDays: number | null;
  readonly corrects: string | null;
  readonly template: number | null;
  readonly account: string | null;
  readonly author: string;
}

/** Id of the new draft, still without text and recipients. */
export async function insertPaper(tx: Transaction, given: NewPaperDraft, at: number): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into paper (case_id, kind, naming, state, title, reply_days, corrects, template, drafted_by, drafted_account, drafted_at,
      facts_at)
    values (${given.caseId}::bigint, ${given.kind}, ${given.naming}, 'draft', ${given.title}, ${given.replyDays},
      ${given.corrects}::bigint, ${given.template}, ${given.author}, ${given.account}, ${at}::timestamptz,
      ${at}::timestamptz)
    returning id`;
  if (!row) throw new Error("no paper was drafted");
  return row.id;
}

export interface OutsidePaper {
  readonly number: string;
  readonly unit: string;
  /** Local dates. */
  readonly sent_on: string;
  readonly answer_by: string;
}

/** Puts on record that a paper which was written outside went out; answers the id of its receipt. */
export async function insertOutsidePaper(
  tx: Transaction,
  caseId: string,
  { number, unit, sent_on, answer_by }: OutsidePaper,
  { author, at }: { readonly author: string; readonly at: number },
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    with made as (
      insert into paper (case_id, state, title, number, drafted_by, drafted_at, sent_on, issued_by, issued_at)
      values (${caseId}::bigint, 'issued', '', ${number}, ${author}, ${at}::timestamptz, ${sent_on}::text::date, ${author},
        ${at}::timestamptz)
      returning id)
    insert into paper_recipient (paper_id, position, unit, state, served_at, due_on)
    select id, 0, ${unit}, 'served', ${at}::timestamptz, ${answer_by}::text::date from made returning id`;
  if (!row) throw new Error("no paper was recorded");
  return row.id;
}

/** What a draft or a step of it changes; what is not given stays. */
export type PaperChange = Partial<
  Pick<
    PaperHead,
    | "state"
    | "title"
    | "naming"
    | "reply_days"
    | "mark"
    | "number"
    | "submitted_account"
    | "sent_on"
    | "issued_by"
    | "facts_at"
  >
> & { readonly year?: number; readonly no?: number; readonly issued_at?: number };

export async function changePaperHead(tx: Transaction, head: PaperHead, change: PaperChange): Promise<void> {
  const next = { ...head, ...change };
  await tx`
    update paper set state = ${next.state}, title = ${next.title}, naming = ${next.naming}, reply_days = ${next.reply_days},
      mark = ${next.mark}, number = ${next.number}, submitted_account = ${next.submitted_account},
      sent_on = ${next.sent_on}::text::date, issued_by = ${next.issued_by}, issued_at = ${next.issued_at}::timestamptz,
      facts_at = ${next.facts_at}::timestamptz,
      year = coalesce(${change.year ?? null}, year), no = coalesce(${change.no ?? null}, no)
    where id = ${head.id}::bigint`;
}

export const countPaperChange = (tx: Transaction, id: string) => tx`
  update paper set version = version + 1 where id = ${id}::bigint`;

/** Its row stays locked until the transaction ends: nobody else gets a number of the kind and year before. */
export async function nextPaperNumber(tx: Transaction, kind: string, year: number): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    insert into paper_counter as k (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = k.last + 1 returning last`;
  if (!row) throw new Error("no number was given");
  return row.last;
}

export interface PaperTextRow {
  readonly no: number;
  readonly body: unknown;
  readonly account: string | null;
  readonly author: string;
  readonly at: number;
}

/** Keeps the text as it is now, beside all that it was. */
export async function addPaperText(
  tx: Transaction,
  id: string,
  body: unknown,
  { account, author, at }: { readonly account: string | null; readonly author: string; readonly at: number },
): Promise<number> {
  const [row] = await tx<{ text_no: number }[]>`
    update paper set text_no = text_no + 1 where id = ${id}::bigint returning text_no`;
  if (!row) throw new Error("there is no such paper");
  await tx`
    insert into paper_text (paper_id, no, body, account, author, at)
    values (${id}::bigint, ${row.text_no}, ${jsonText(body)}::text::jsonb, ${account}, ${author}, ${at}::timestamptz)`;
  return row.text_no;
}

/** In the order in which they were written; a unit sees what went out. */
export const readPaperTexts = (sql: Runner, id: string): Promise<readonly PaperTextRow[]> =>
  sql<PaperTextRow[]>`
    select no, body, account, author, at from paper_text where paper_id = ${id}::bigint order by no`;

export interface NewPaperEvent {
  readonly kind: string;
  readonly account: string | null;
  readonly actor: string;
  readonly post: string;
  readonly reason: string;
  readonly before: unknown;
  readonly after: unknown;
}

export async function addPaperEvent(tx: Transaction, id: string, event: NewPaperEvent, at: number): Promise<void> {
  const json = (value: unknown): string | null => (value === null ? null : jsonText(value));
  await tx`
    insert into paper_event (paper_id, at, kind, account, actor, post, reason, before, after)
    values (${id}::bigint, ${at}::timestamptz, ${event.kind}, ${event.account}, ${event.actor}, ${event.post}, ${event.reason},
      ${json(event.before)}::text::jsonb, ${json(event.after)}::text::jsonb)`;
}

export interface PaperEventRow extends NewPaperEvent {
  readonly id: string;
  readonly at: number;
}

/** Newest first. */
export const readPaperEvents = (sql: Runner, id: string): Promise<readonly PaperEventRow[]> =>
  sql<PaperEventRow[]>`
    select id, at, kind, account, actor, post, reason, before, after from paper_event
    where paper_id = ${id}::bigint order by id desc`;

export interface PaperApprovalRow {
  readonly id: string;
  readonly text_no: number;
  readonly verdict: "approved" | "sent_back";
  readonly account: string | null;
  readonly author: string;
  readonly reason: string;
  readonly at: number;
  readonly lapsed_at: number | null;
}

export const addPaperApproval = (tx: Transaction, id: string, given: Omit<PaperApprovalRow, "id" | "lapsed_at">) => tx`
  insert into paper_approval (paper_id, text_no, verdict, account, author, reason, at)
  values (${id}::bigint, ${given.text_no}, ${given.verdict}, ${given.account}, ${given.author}, ${given.reason},
    ${given.at}::timestamptz)`;

/** The paper goes back to be changed: what was approved of it counts no more. */
export const lapsePaperApprovals = (tx: Transaction, id: string, at: number) => tx`
  update paper_approval set lapsed_at = ${at}::timestamptz where paper_id = ${id}::bigint and lapsed_at is null`;

/** Newest first; lapsed ones too. */
export const readPaperApprovals = (sql: Runner, id: string): Promise<readonly PaperApprovalRow[]> =>
  sql<PaperApprovalRow[]>`
    select id, text_no, verdict, account, author, reason, at, lapsed_at from paper_approval
    where paper_id = ${id}::bigint order by id desc`;
