import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

/** One line of the audit trail, as it is appended. */
export interface NewAuditEntry {
  readonly account: string | null;
  readonly name: string;
  readonly post: string;
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly before: unknown;
  readonly after: unknown;
  readonly outcome: "done" | "denied";
  readonly request: string;
  readonly address: string;
}

/** Appends to the chain and holds its head until the transaction ends. Answers with the number of the entry. */
export async function appendAudit(tx: Transaction, entry: NewAuditEntry): Promise<string> {
  const [row] = await tx<{ seq: string }[]>`select audit_append(${jsonText(entry)}::text::jsonb) as seq`;
  return row?.seq ?? "";
}

export interface AuditRow {
  readonly seq: string;
  readonly at: number;
  readonly payload: string;
  readonly hash: string;
}

export interface AuditCriteria {
  /** Id or name of an account. */
  readonly who: string | null;
  readonly posts: readonly string[];
  readonly actions: readonly string[];
  readonly from: number | null;
  readonly to: number | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly outcome: string | null;
  readonly request: string | null;
  /** The last of the page before. */
  readonly before: string | null;
  readonly limit: number;
}

/** Newest first. */
export const listAuditRows = (sql: Runner, criteria: AuditCriteria): Promise<readonly AuditRow[]> => {
  const { who, posts, actions, from, to, subjectType, subjectId, outcome, request, before, limit } = criteria;
  return sql<AuditRow[]>`
    select seq, at, payload, hash from audit_entry
    where true
      ${who === null ? sql`` : sql`and (account = ${who} or name = ${who})`}
      ${posts.length > 0 ? sql`and post = any(${posts as string[]}::text[])` : sql``}
      ${actions.length > 0 ? sql`and action = any(${actions as string[]}::text[])` : sql``}
      ${from === null ? sql`` : sql`and at >= ${from}::timestamptz`}
      ${to === null ? sql`` : sql`and at < ${to}::timestamptz`}
      ${subjectType === null ? sql`` : sql`and subject_type = ${subjectType}`}
      ${subjectId === null ? sql`` : sql`and subject_id = ${subjectId}`}
      ${outcome === null ? sql`` : sql`and outcome = ${outcome}`}
      ${request === null ? sql`` : sql`and request = ${request}`}
      ${before === null ? sql`` : sql`and seq < ${before}::bigint`}
    order by seq desc limit ${limit}`;
};

/** The newest entry before an instant; without one, the newest of all. Null: there is none in the table. */
export async function newestAudit(sql: Runner, before: number | null = null): Promise<AuditPlace | null> {
  const [row] = await sql<{ seq: string; hash: string; at: number }[]>`
    select seq, hash, at from audit_entry
    ${before === null ? sql`` : sql`where at < ${before}::timestamptz`} order by seq desc limit 1`;
  return row ? { seq: Number(row.seq), hash: row.hash, at: row.at } : null;
}

/** The oldest that is in the table. */
export async function oldestAudit(sql: Runner): Promise<AuditPlace | null> {
  const [row] = await sql<{ seq: string; hash: string; at: number }[]>`
    select seq, hash, at from audit_entry order by seq limit 1`;
  return row ? { seq: Number(row.seq), hash: row.hash, at: row.at } : null;
}

export interface AuditPlace {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
}

/** Hashes of these entries, and of ends of segments, by their number. */
export async function auditHashes(sql: Runner, seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await sql<{ seq: string; hash: string }[]>`
    select seq, hash from audit_entry where seq = any(${seqs as number[]}::bigint[])
    union all select to_seq, hash from audit_segment where to_seq = any(${seqs as number[]}::bigint[])`;
  return new Map(rows.map(({ seq, hash }) => [Number(seq), hash]));
}
