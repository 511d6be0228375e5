import type { Runner, Transaction } from "../connect";

/** A unit that a paper goes to, and how it stands there. */
export interface RecipientRow {
  readonly id: string;
  readonly paper_id: string;
  readonly unit: string;
  /** Null: the paper is not issued yet. */
  readonly state: "served" | "acknowledged" | "replied" | null;
  readonly served_at: number | null;
  /** Local dates, here and below. */
  readonly due_on: string | null;
  readonly acknowledged_by: string | null;
  readonly acknowledged_at: number | null;
  readonly reply: string | null;
  readonly replied_on: string | null;
  readonly replied_by: string | null;
  /** Why the last reply was not enough. */
  readonly returned: string | null;
  readonly reminded: number;
  readonly reminded_at: number | null;
}

const columns = (sql: Runner) => sql`
  r.id, r.paper_id, r.unit, r.state, r.served_at, r.due_on::text as due_on, r.acknowledged_by, r.acknowledged_at, r.reply,
  r.replied_on::text as replied_on, r.replied_by, r.returned, r.reminded, r.reminded_at`;

/** In the order in which the paper names them; a unit sees its own. */
export const readRecipients = (sql: Runner, papers: readonly string[]): Promise<readonly RecipientRow[]> =>
  sql<RecipientRow[]>`
    select ${columns(sql)} from paper_recipient r where r.paper_id = any(${papers as string[]}::bigint[])
    order by r.paper_id, r.position, r.id`;

/** Whom a draft goes to, in this order. */
export async function setRecipients(tx: Transaction, id: string, units: readonly string[]): Promise<void> {
  await tx`delete from paper_recipient where paper_id = ${id}::bigint`;
  await tx`
    insert into paper_recipient (paper_id, position, unit)
    select ${id}::bigint, u.position, u.unit from unnest(${units as string[]}::text[]) with ordinality as u(unit, position)`;
}

/** The paper is out: it is with each of its units from now on. */
export const serveRecipients = (tx: Transaction, id: string, dueOn: string | null, at: number) => tx`
  update paper_recipient set state = 'served', served_at = ${at}::timestamptz, due_on = ${dueOn}::text::date
  where paper_id = ${id}::bigint`;

export type RecipientChange = Partial<Omit<RecipientRow, "id" | "paper_id" | "unit" | "served_at">>;

/** Writes what is given. */
export async function changeRecipient(tx: Transaction, row: RecipientRow, change: RecipientChange): Promise<void> {
  const next = { ...row, ...change };
  await tx`
    update paper_recipient set state = ${next.state}, due_on = ${next.due_on}::text::date,
      acknowledged_by = ${next.acknowledged_by}, acknowledged_at = ${next.acknowledged_at}::timestamptz, reply = ${next.reply},
      replied_on = ${next.replied_on}::text::date, replied_by = ${next.replied_by}, returned = ${next.returned},
      reminded = ${next.reminded}, reminded_at = ${next.reminded_at}::timestamptz
    where id = ${row.id}::bigint`;
}

/** A paper of a case as it stands at one unit. */
export interface CasePaperRow extends RecipientRow {
  readonly kind: string | null;
  readonly paper_state: string;
  readonly number: string;
  readonly sent_on: string;
  readonly author: string;
  readonly at: number;
}

/** What went out for the case, once for every unit that it went to. */
export const readCasePapers = (sql: Runner, caseId: string): Promise<readonly CasePaperRow[]> =>
  sql<CasePaperRow[]>`
    select ${columns(sql)}, p.kind, p.state as paper_state, p.number, p.sent_on::text as sent_on, p.issued_by as author,
      p.issued_at as at
    from paper p join paper_recipient r on r.paper_id = p.id
    where p.case_id = ${caseId}::bigint and p.number is not null order by p.sent_on, p.id, r.position`;
