import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

interface Authored {
  readonly id: string;
  readonly author: string;
  readonly at: number;
}

/** Who records something, and when. */
export interface Authorship {
  readonly author: string;
  readonly at: number;
}

async function idOf(rows: PromiseLike<readonly { readonly id: string }[]>): Promise<string> {
  const [row] = await rows;
  if (!row) throw new Error("nothing was added");
  return row.id;
}

export interface CheckFields {
  readonly kind: string;
  /** Local dates, `2026-01-31`, here and below. */
  readonly date: string;
  readonly place: string;
  readonly result: string;
}

export const addCaseCheck = (tx: Transaction, id: string, check: CheckFields, { author, at }: Authorship) =>
  idOf(tx<{ id: string }[]>`
    insert into case_check (case_id, kind, date, place, result, author, at)
    values (${id}::bigint, ${check.kind}, ${check.date}::text::date, ${check.place}, ${check.result}, ${author}, ${at}::timestamptz)
    returning id`);

export const readCaseChecks = (sql: Runner, id: string): Promise<readonly (Authored & CheckFields)[]> =>
  sql<(Authored & CheckFields)[]>`
    select id, kind, date::text as date, place, result, author, at from case_check where case_id = ${id}::bigint
    order by date, id`;

export interface PersonFields {
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly discipline: string;
  readonly form: number;
  readonly sanction: string | null;
  readonly decided_on: string;
  readonly paper: string;
}

export const addCasePerson = (tx: Transaction, id: string, person: PersonFields, { author, at }: Authorship) =>
  idOf(tx<{ id: string }[]>`
    insert into case_person (case_id, name, unit, post, discipline, form, sanction, decided_on, paper, author, at)
    values (${id}::bigint, ${person.name}, ${person.unit}, ${person.post}, ${person.discipline}, ${person.form},
      ${person.sanction}, ${person.decided_on}::text::date, ${person.paper}, ${author}, ${at}::timestamptz)
    returning id`);

/** Shows people in this transaction, which the policy otherwise does not. Only for who may see them. */
export const showPeople = (tx: Transaction) => tx`select set_config('tianyan.people', 'yes', true)`;

export const readCasePeople = (tx: Transaction, id: string): Promise<readonly (Authored & PersonFields)[]> =>
  tx<(Authored & PersonFields)[]>`
    select id, name, unit, post, discipline, form, sanction, decided_on::text as decided_on, paper, author, at
    from case_person where case_id = ${id}::bigint order by decided_on, id`;

export interface SystemFields {
  readonly unit: string;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly document: string;
}

export const addCaseSystem = (tx: Transaction, id: string, system: SystemFields, { author, at }: Authorship) =>
  idOf(tx<{ id: string }[]>`
    insert into case_system (case_id, unit, kind, before, after, document, author, at)
    values (${id}::bigint, ${system.unit}, ${system.kind}, ${system.before}, ${system.after}, ${system.document}, ${author},
      ${at}::timestamptz)
    returning id`);

export const readCaseSystems = (sql: Runner, id: string): Promise<readonly (Authored & SystemFields)[]> =>
  sql<(Authored & SystemFields)[]>`
    select id, unit, kind, before, after, document, author, at from case_system where case_id = ${id}::bigint order by id`;

export interface ApprovalRow {
  readonly id: string;
  readonly action: string;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_account: string | null;
  readonly asked_at: number;
  readonly verdict: "granted" | "denied" | null;
  readonly verdict_by: string | null;
  readonly verdict_at: number | null;
  readonly verdict_reason: string | null;
  readonly lapsed_at: number | null;
}

export const askCaseApproval = (
  tx: Transaction,
  id: string,
  given: { readonly action: string; readonly reason: string; readonly account: string | null },
  { author, at }: Authorship,
) =>
  idOf(tx<{ id: string }[]>`
    insert into case_approval (case_id, action, reason, asked_by, asked_account, asked_at)
    values (${id}::bigint, ${given.action}, ${given.reason}, ${author}, ${given.account}, ${at}::timestamptz)
    returning id`);

export const decideCaseApproval = (
  tx: Transaction,
  approval: string,
  given: { readonly verdict: string; readonly reason: string },
  { author, at }: Authorship,
) => tx`
  update case_approval set verdict = ${given.verdict}, verdict_by = ${author}, verdict_at = ${at}::timestamptz,
    verdict_reason = ${given.reason}
  where id = ${approval}::bigint`;

/** Newest first; lapsed ones too. */
export const readCaseApprovals = (sql: Runner, id: string): Promise<readonly ApprovalRow[]> =>
  sql<ApprovalRow[]>`
    select id, action, reason, asked_by, asked_account, asked_at, verdict, verdict_by, verdict_at, verdict_reason, lapsed_at
    from case_approval where case_id = ${id}::bigint order by id desc`;

export interface CommentRow extends Authored {
  readonly text: string;
  readonly mentions: readonly { readonly account: string; readonly name: string }[];
}

export const addCaseComment = (
  tx: Transaction,
  id: string,
  { text, mentions }: Pick<CommentRow, "text" | "mentions">,
  { author, at }: Authorship,
) =>
  idOf(tx<{ id: string }[]>`
    insert into case_comment (case_id, text, mentions, author, at)
    values (${id}::bigint, ${text}, ${jsonText(mentions)}::text::jsonb, ${author}, ${at}::timestamptz) returning id`);

export const readCaseComments = (sql: Runner, id: string): Promise<readonly CommentRow[]> =>
  sql<CommentRow[]>`
    select id, text, mentions, author, at from case_comment where case_id = ${id}::bigint order by id desc`;

export interface AttachmentFields {
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** With the measure that it is evidence of; null: it is the case's own. */
export interface NewAttachment extends AttachmentFields {
  readonly measure: string | null;
}

export const addCaseAttachment = (tx: Transaction, id: string, file: NewAttachment, { author, at }: Authorship) =>
  idOf(tx<{ id: string }[]>`
    insert into case_attachment (case_id, measure, name, type, size, sha256, author, at)
    values (${id}::bigint, ${file.measure}::bigint, ${file.name}, ${file.type}, ${file.size}, ${file.sha256}, ${author},
      ${at}::timestamptz) returning id`);

export type AttachmentRow = Authored & AttachmentFields;

/** The case's own, newest first. */
export const readCaseAttachments = (sql: Runner, id: string): Promise<readonly AttachmentRow[]> =>
  sql<AttachmentRow[]>`
    select id, name, type, size, sha256, author, at from case_attachment
    where case_id = ${id}::bigint and measure is null order by id desc`;

export type MeasureFileRow = AttachmentRow & { readonly measure: string };

/** Evidence of these measures, where it is in sight, oldest first. */
export const readMeasureFiles = (sql: Runner, measures: readonly string[]): Promise<readonly MeasureFileRow[]> =>
  sql<MeasureFileRow[]>`
    select id, measure, name, type, size, sha256, author, at from case_attachment
    where measure = any(${measures as string[]}::bigint[]) order by id`;
