import type { Runner } from "../connect";

export interface SignOnFlow {
  readonly nonce: string;
  readonly verifier: string;
}

/** Keeps a sign-in that goes on elsewhere, and forgets those that never came back. */
export async function addSignOnFlow(
  sql: Runner,
  state: string,
  flow: SignOnFlow,
  at: number,
  oldest: number,
): Promise<void> {
  await sql`delete from single_sign_on_flow where created_at < ${oldest}::timestamptz`;
  await sql`
    insert into single_sign_on_flow (state, nonce, verifier, created_at)
    values (${state}, ${flow.nonce}, ${flow.verifier}, ${at}::timestamptz)`;
}

/** Takes it out, so that it serves once; null where it is not there or began before `oldest`. */
export async function takeSignOnFlow(sql: Runner, state: string, oldest: number): Promise<SignOnFlow | null> {
  const [row] = await sql<(SignOnFlow & { fresh: boolean })[]>`
    delete from single_sign_on_flow where state = ${state}
    returning nonce, verifier, created_at >= ${oldest}::timestamptz as fresh`;
  return row?.fresh ? { nonce: row.nonce, verifier: row.verifier } : null;
}

/** Account of the person whom the issuer calls `subject`. */
export async function accountOfSubject(sql: Runner, issuer: string, subject: string): Promise<string | null> {
  const [row] = await sql<{ account: string }[]>`
    select account from single_sign_on where issuer = ${issuer} and subject = ${subject}`;
  return row?.account ?? null;
}

export interface SignOnRow {
  readonly issuer: string;
  readonly subject: string;
  readonly author: string;
  readonly created_at: number;
}

export async function subjectOfAccount(sql: Runner, account: string): Promise<SignOnRow | null> {
  const [row] = await sql<SignOnRow[]>`
    select issuer, subject, author, created_at from single_sign_on where account = ${account}::bigint`;
  return row ?? null;
}

export interface SubjectBinding {
  readonly account: string;
  readonly issuer: string;
  readonly subject: string;
  readonly author: string;
}

export async function bindSubject(
  sql: Runner,
  { account, issuer, subject, author }: SubjectBinding,
  at: number,
): Promise<void> {
  await sql`
    insert into single_sign_on (account, issuer, subject, author, created_at)
    values (${account}, ${issuer}, ${subject}, ${author}, ${at}::timestamptz)
    on conflict (account) do update set
      issuer = excluded.issuer, subject = excluded.subject, author = excluded.author, created_at = excluded.created_at`;
}

export async function unbindSubject(sql: Runner, account: string): Promise<boolean> {
  const rows = await sql`delete from single_sign_on where account = ${account} returning account`;
  return rows.length > 0;
}
