import type { Runner, Transaction } from "../connect";

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly unit_name: string | null;
  readonly demo: boolean;
  readonly has_password: boolean;
  readonly enrolled: boolean;
  readonly password_changed_at: number | null;
  readonly locked_until: number | null;
  readonly disabled_at: number | null;
  readonly last_signed_in_at: number | null;
  readonly author: string;
  readonly created_at: number;
}

/** All accounts, or the one, by login. */
export const readAccounts = (sql: Runner, id: string | null = null): Promise<readonly AccountRow[]> =>
  sql<AccountRow[]>`
    select a.id, a.login, a.name, a.kind, a.unit, u.name as unit_name, a.demo, a.password is not null as has_password,
      f.confirmed_at is not null as enrolled, a.password_changed_at, a.locked_until, a.disabled_at, a.last_signed_in_at, a.author,
      a.created_at
    from account a left join factor f on f.account = a.id left join unit u on u.code = a.unit
    where ${id}::bigint is null or a.id = ${id}::bigint
    order by lower(a.login) collate "C"`;

export async function accountOfLogin(sql: Runner, login: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from account where lower(login) = lower(${login})`;
  return row?.id ?? null;
}

/** Accounts and appointments change one after the other, so that what is counted stays so. */
export async function lockAccounts(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(7243010)`;
}

export interface NewAccountRow {
  readonly login: string;
  readonly name: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly demo: boolean;
  readonly author: string;
}

/** Its id; null where the login is taken. */
export async function addAccount(tx: Transaction, account: NewAccountRow, at: number): Promise<string | null> {
  const { login, name, kind, unit, demo, author } = account;
  const [row] = await tx<{ id: string }[]>`
    insert into account (login, name, kind, unit, demo, author, created_at)
    values (${login}, ${name}, ${kind}, ${unit}, ${demo}, ${author}, ${at}::timestamptz)
    on conflict (lower(login)) do nothing returning id`;
  return row?.id ?? null;
}

export async function changeAccount(
  tx: Transaction,
  id: string,
  { name, unit }: { readonly name: string; readonly unit: string | null },
): Promise<void> {
  await tx`update account set name = ${name}, unit = ${unit} where id = ${id}::bigint`;
}

export async function disableAccount(tx: Transaction, id: string, at: number): Promise<void> {
  await tx`update account set disabled_at = ${at}::timestamptz where id = ${id}::bigint and disabled_at is null`;
}

/** Neither disabled nor locked afterwards. */
export async function enableAccount(tx: Transaction, id: string): Promise<void> {
  await tx`update account set disabled_at = null, locked_until = null, failures = 0 where id = ${id}::bigint`;
}

/** The units of these codes that are on the list. */
export async function unitsThatExist(sql: Runner, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ code: string }[]>`select code from unit where code = any(${codes as string[]}::text[])`;
  return new Set(rows.map(({ code }) => code));
}

/** Every district that orders name. */
export async function districtsOfOrders(sql: Runner): Promise<readonly string[]> {
  const rows = await sql<{ district: string }[]>`
    select distinct district from orders where district <> '' order by district`;
  return rows.map(({ district }) => district);
}
