import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

export interface DigestRow {
  readonly account: string;
  /** `2026-01-31`. */
  readonly date: string;
  readonly made_at: number;
  readonly since: number;
  readonly things: number;
  readonly parts: unknown;
  readonly seen_at: number | null;
  readonly mailed_at: number | null;
}

/** A person who has digests, in one of their posts. */
export interface DigestReader {
  readonly account: string;
  readonly name: string;
  readonly post: string;
  readonly sources: readonly string[] | null;
  readonly districts: readonly string[] | null;
  readonly units: readonly string[] | null;
  /** The own unit, of people of the commission. */
  readonly recused: string | null;
}

/** People of these posts at this instant, by account; of one in several posts a row each. */
export const readDigestReaders = (
  sql: Runner,
  posts: readonly string[],
  at: number,
): Promise<readonly DigestReader[]> =>
  sql<DigestReader[]>`
    select a.id as account, a.name, p.post, p.sources, p.districts, p.units,
      case when a.kind = 'commission' then a.unit end as recused
    from account a join appointment p on p.account = a.id
    where a.disabled_at is null and p.post = any(${posts as string[]}::text[]) and p.starts_at <= ${at}::timestamptz
      and (p.ends_at is null or p.ends_at > ${at}::timestamptz)
    order by a.id, p.id`;

/** When each person's last digest before the date was made, and whether there is one of the date. */
export const readLastDigests = (
  sql: Runner,
  date: string,
): Promise<readonly { readonly account: string; readonly before: number | null; readonly made: boolean }[]> =>
  sql`
    select account, max(made_at) filter (where date < ${date}::date) as before, bool_or(date = ${date}::date) as made
    from digest group by account`;

/** False where somebody made it meanwhile: there is one a day. */
export async function addDigest(
  tx: Transaction,
  { account, date, made_at, since, things, parts }: Omit<DigestRow, "seen_at" | "mailed_at">,
  mail_to: string | null,
): Promise<boolean> {
  const rows = await tx`
    insert into digest (account, date, made_at, since, things, parts, mail_to, mail_next_at)
    values (${account}::bigint, ${date}::date, ${made_at}::timestamptz, ${since}::timestamptz, ${things},
      ${jsonText(parts)}::text::jsonb, ${mail_to}, case when ${mail_to}::text is not null then ${made_at}::timestamptz end)
    on conflict do nothing returning 1`;
  return rows.length > 0;
}

const columns = (sql: Runner) => sql`
  account, date::text as date, made_at, since, things, parts, seen_at, mailed_at`;

/** Newest first, of the person who reads. */
export const readDigests = (sql: Runner, account: string, limit: number): Promise<readonly DigestRow[]> =>
  sql<DigestRow[]>`
    select ${columns(sql)} from digest where account = ${account}::bigint order by date desc limit ${limit}`;

export async function readDigest(sql: Runner, account: string, date: string): Promise<DigestRow | null> {
  const [row] = await sql<DigestRow[]>`
    select ${columns(sql)} from digest where account = ${account}::bigint and date = ${date}::date`;
  return row ?? null;
}

/** True the first time. */
export async function seeDigest(tx: Transaction, account: string, date: string, at: number): Promise<boolean> {
  const rows = await tx`
    update digest set seen_at = ${at}::timestamptz
    where account = ${account}::bigint and date = ${date}::date and seen_at is null returning 1`;
  return rows.length > 0;
}

export interface DigestLetter extends DigestRow {
  readonly mail_to: string;
  readonly mail_tries: number;
}

/** One that is to be mailed by then, locked until the transaction ends; others that are being mailed are passed over. */
export async function takeDigestLetter(tx: Transaction, at: number): Promise<DigestLetter | null> {
  const [row] = await tx<DigestLetter[]>`
    select ${columns(tx)}, mail_to, mail_tries from digest
    where mail_next_at <= ${at}::timestamptz order by mail_next_at, account limit 1 for update skip locked`;
  return row ?? null;
}

/** It went out; or it is tried again at `next`, or never where that is null. */
export const settleDigestLetter = (
  tx: Transaction,
  { account, date }: Pick<DigestRow, "account" | "date">,
  outcome: { readonly mailedAt: number } | { readonly next: number | null },
) =>
  "mailedAt" in outcome
    ? tx`update digest set mailed_at = ${outcome.mailedAt}::timestamptz, mail_next_at = null, mail_tries = mail_tries + 1
        where account = ${account}::bigint and date = ${date}::date`
    : tx`update digest set mail_next_at = ${outcome.next}::timestamptz, mail_tries = mail_tries + 1
        where account = ${account}::bigint and date = ${date}::date`;

export interface DigestSettingRow {
  readonly mail: boolean;
  readonly address: string | null;
}

export async function readDigestSetting(sql: Runner, account: string): Promise<DigestSettingRow> {
  const [row] = await sql<DigestSettingRow[]>`
    select mail, address from digest_setting where account = ${account}::bigint`;
  return row ?? { mail: false, address: null };
}

export const writeDigestSetting = (tx: Transaction, account: string, { mail, address }: DigestSettingRow) => tx`
  insert into digest_setting (account, mail, address) values (${account}::bigint, ${mail}, ${address})
  on conflict (account) do update set mail = excluded.mail, address = excluded.address`;
