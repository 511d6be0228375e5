import type { Runner, Transaction } from "../connect";

/** Limits of attempts, in milliseconds and counts. */
export interface AttemptLimits {
  readonly addressFailures: number;
  readonly addressSince: number;
  readonly accountFailures: number;
  readonly lockedUntil: number;
}

/**
 * Counts an attempt of this address as one that failed, before it is known; its id, or null where there were too many. Attempts of one
 * address come one after the other.
 */
export async function beginAttempt(
  tx: Transaction,
  address: string,
  { addressFailures, addressSince }: AttemptLimits,
  at: number,
): Promise<string | null> {
  await tx`select pg_advisory_xact_lock(7243011, hashtext(${address}))`;
  const [row] = await tx<{ id: string }[]>`
    insert into sign_in_attempt (address, at) select ${address}, ${at}::timestamptz
    where (select count(*) from sign_in_attempt where address = ${address} and at > ${addressSince}::timestamptz) < ${addressFailures}::int
    returning id`;
  return row?.id ?? null;
}

export async function forgetAttempt(tx: Transaction, id: string): Promise<void> {
  await tx`delete from sign_in_attempt where id = ${id}::bigint`;
}

export async function forgetAttemptsBefore(tx: Transaction, at: number): Promise<void> {
  await tx`delete from sign_in_attempt where at <= ${at}::timestamptz`;
}

/** Who tries: by what was typed, or known from a session. */
export type Trying = { readonly login: string } | { readonly account: string };

export interface TriedAccount {
  readonly id: string;
  readonly name: string;
  /** argon2id, as PHC string. */
  readonly password: string | null;
  /** This attempt was the last for now, unless it succeeds. */
  readonly locks: boolean;
}

/** Counts an attempt of the account as one that failed, before it is known. Null: unknown, locked or disabled. */
export async function tryAccount(
  tx: Transaction,
  who: Trying,
  { accountFailures, lockedUntil }: AttemptLimits,
  at: number,
): Promise<TriedAccount | null> {
  const [row] = await tx<TriedAccount[]>`
    update account set
      failures = case when locked_until is null then failures + 1 else 1 end,
      locked_until = case when locked_until is null and failures + 1 >= ${accountFailures}::int then ${lockedUntil}::timestamptz end
    where ${"login" in who ? tx`lower(login) = lower(${who.login})` : tx`id = ${who.account}::bigint`}
      and disabled_at is null and (locked_until is null or locked_until <= ${at}::timestamptz)
    returning id, name, password, locked_until is not null as locks`;
  return row ?? null;
}

/** The attempt was good: `whole` forgets those before it too, else they count on until a second factor is given. */
export async function forgiveAccount(tx: Transaction, id: string, whole: boolean): Promise<void> {
  await tx`
    update account set failures = case when ${whole} then 0 else greatest(failures - 1, 0) end, locked_until = null
    where id = ${id}::bigint`;
}

/** The latest passwords, the present one first. */
export async function latestPasswords(sql: Runner, account: string, most: number): Promise<readonly string[]> {
  const rows = await sql<{ password: string }[]>`
    (select password, 'infinity'::timestamptz as set_at from account where id = ${account}::bigint and password is not null)
    union all
    (select password, set_at from password_before where account = ${account}::bigint)
    order by set_at desc limit ${most}`;
  return rows.map(({ password }) => password);
}

export async function setPassword(tx: Transaction, account: string, password: string, at: number): Promise<void> {
  await forgetPassword(tx, account, at);
  await tx`
    update account set password = ${password}, password_changed_at = ${at}::timestamptz, failures = 0, locked_until = null
    where id = ${account}::bigint`;
}

/** The present password counts no longer, but may not come back. */
export async function forgetPassword(tx: Transaction, account: string, at: number): Promise<void> {
  await tx`
    insert into password_before (account, set_at, password)
    select id, ${at}::timestamptz, password from account where id = ${account}::bigint and password is not null
    on conflict (account, set_at) do update set password = excluded.password`;
  await tx`
    delete from password_before where account = ${account}::bigint and set_at not in (
      select set_at from password_before where account = ${account}::bigint order by set_at desc limit 24)`;
  await tx`update account set password = null where id = ${account}::bigint`;
}

export interface LinkRow {
  readonly account: string;
  readonly purpose: "invite" | "reset" | "demo";
  readonly name: string;
}

/** In the place of those that the account had. */
export async function addLink(
  tx: Transaction,
  link: Omit<LinkRow, "name"> & { readonly token: Uint8Array; readonly author: string; readonly expiresAt: number },
  at: number,
): Promise<void> {
  await tx`delete from one_time_link where account = ${link.account}::bigint`;
  await tx`
    insert into one_time_link (token, account, purpose, author, created_at, expires_at)
    values (${link.token as Buffer}, ${link.account}::bigint, ${link.purpose}, ${link.author}, ${at}::timestamptz,
      ${link.expiresAt}::timestamptz)`;
}

/** Takes a link away by using it; null where there is none, it has run out, or its account is disabled. */
export async function useLink(tx: Transaction, token: Uint8Array, at: number): Promise<LinkRow | null> {
  const [row] = await tx<LinkRow[]>`
    delete from one_time_link l using account a
    where l.token = ${token as Buffer} and a.id = l.account and a.disabled_at is null and l.expires_at > ${at}::timestamptz
    returning l.account, l.purpose, a.name`;
  return row ?? null;
}

export async function removeLinks(tx: Transaction, account: string): Promise<void> {
  await tx`delete from one_time_link where account = ${account}::bigint`;
}

export interface FactorRow {
  /** Sealed. */
  readonly secret: string;
  readonly confirmed: boolean;
}

export async function readFactor(sql: Runner, account: string): Promise<FactorRow | null> {
  const [row] = await sql<FactorRow[]>`
    select secret, confirmed_at is not null as confirmed from factor where account = ${account}::bigint`;
  return row ?? null;
}

/** False where a confirmed one is there, which stays. */
export async function beginFactor(tx: Transaction, account: string, secret: string, at: number): Promise<boolean> {
  const written = await tx`
    insert into factor (account, secret, created_at) values (${account}::bigint, ${secret}, ${at}::timestamptz)
    on conflict (account) do update set secret = excluded.secret, created_at = excluded.created_at, last_counter = 0
    where factor.confirmed_at is null returning 1`;
  return written.length > 0;
}

/** Uses a code up: false where it, or a later one, was used before. */
export async function useCounter(tx: Transaction, account: string, counter: number): Promise<boolean> {
  const used = await tx`
    update factor set last_counter = ${counter} where account = ${account}::bigint and last_counter < ${counter} returning 1`;
  return used.length > 0;
}

/** False where it is confirmed already, or another secret was begun with since. */
export async function confirmFactor(tx: Transaction, account: string, secret: string, at: number): Promise<boolean> {
  const confirmed = await tx`
    update factor set confirmed_at = ${at}::timestamptz
    where account = ${account}::bigint and secret = ${secret} and confirmed_at is null returning 1`;
  return confirmed.length > 0;
}

export async function removeFactor(tx: Transaction, account: string): Promise<boolean> {
  return (await tx`delete from factor where account = ${account}::bigint returning 1`).length > 0;
}
