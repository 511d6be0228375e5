import type { Runner, Transaction } from "../connect";

/** A session with its person, as it is asked for in every request. */
export interface VisitRow {
  readonly id: string;
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly demo: boolean;
  readonly has_password: boolean;
  readonly password_changed_at: number | null;
  readonly method: string;
  readonly must_choose_password: boolean;
  readonly factor_at: number | null;
  readonly enrolled: boolean;
  readonly created_at: number;
  readonly last_seen_at: number;
  /** The one acted in; null where it is no longer in force. */
  readonly appointment: string | null;
  readonly post: string | null;
  readonly sources: readonly string[] | null;
  readonly districts: readonly string[] | null;
  readonly units: readonly string[] | null;
  /** Of all appointments in force. */
  readonly posts: readonly string[];
  /** The `policy` of the settings; null: the defaults. */
  readonly policy: unknown;
}

const visits = (sql: Runner, at: number) => sql`
  select s.id, s.account, a.login, a.name, a.kind, a.unit, a.demo, a.password is not null as has_password, a.password_changed_at,
    s.method, s.must_choose_password, s.factor_at, f.confirmed_at is not null as enrolled, s.created_at, s.last_seen_at,
    p.id as appointment, p.post, p.sources, p.districts, p.units,
    array(select distinct o.post from appointment o where o.account = a.id and o.starts_at <= ${at}::timestamptz
      and (o.ends_at is null or o.ends_at > ${at}::timestamptz)) as posts,
    (select value from setting where name = 'policy') as policy
  from session s join account a on a.id = s.account left join factor f on f.account = a.id
    left join appointment p on p.id = s.appointment and p.starts_at <= ${at}::timestamptz
      and (p.ends_at is null or p.ends_at > ${at}::timestamptz)
  where a.disabled_at is null`;

/** The session of a token (its sha256) of an account that is not disabled, whether or not it has run out. */
export async function visitOfToken(sql: Runner, token: Uint8Array, at: number): Promise<VisitRow | null> {
  const [row] = await sql<VisitRow[]>`${visits(sql, at)} and s.token = ${token as Buffer}`;
  return row ?? null;
}

export async function visitOfSession(sql: Runner, id: string, at: number): Promise<VisitRow | null> {
  const [row] = await sql<VisitRow[]>`${visits(sql, at)} and s.id = ${id}::bigint`;
  return row ?? null;
}

export interface NewSession {
  readonly token: Uint8Array;
  readonly account: string;
  readonly appointment: string;
  readonly method: string;
  readonly mustChoosePassword: boolean;
  readonly address: string;
  readonly agent: string;
}

export async function addSession(tx: Transaction, session: NewSession, at: number): Promise<string> {
  const { token, account, appointment, method, mustChoosePassword, address, agent } = session;
  const [row] = await tx<{ id: string }[]>`
    insert into session (token, account, appointment, method, must_choose_password, address, agent, created_at, last_seen_at)
    values (${token as Buffer}, ${account}::bigint, ${appointment}::bigint, ${method}, ${mustChoosePassword}, ${address}, ${agent},
      ${at}::timestamptz, ${at}::timestamptz)
    returning id`;
  await tx`update account set last_signed_in_at = ${at}::timestamptz where id = ${account}::bigint`;
  return row?.id ?? "";
}

/** Something was asked in it. */
export async function seeSession(sql: Runner, id: string, at: number): Promise<void> {
  await sql`update session set last_seen_at = ${at}::timestamptz where id = ${id}::bigint and last_seen_at < ${at}::timestamptz`;
}

/** What changes with a step forward in a session; what is left out stays. */
export interface SessionStepForward {
  readonly factorAt?: number;
  readonly appointment?: string;
  readonly passwordChosen?: boolean;
}

/** Gives it another token: the one before counts no longer. False where it is gone. */
export async function renewSession(
  tx: Transaction,
  id: string,
  token: Uint8Array,
  { factorAt, appointment, passwordChosen }: SessionStepForward,
): Promise<boolean> {
  const changed = await tx`
    update session set token = ${token as Buffer},
      factor_at = coalesce(${factorAt ?? null}::timestamptz, factor_at),
      appointment = coalesce(${appointment ?? null}::bigint, appointment),
      must_choose_password = must_choose_password and not ${passwordChosen ?? false}
    where id = ${id}::bigint returning 1`;
  return changed.length > 0;
}

export interface SessionRow {
  readonly id: string;
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly method: string;
  readonly post: string | null;
  readonly address: string;
  readonly agent: string;
  readonly created_at: number;
  readonly last_seen_at: number;
  readonly factor_at: number | null;
}

/** Instants before which a session was last asked, or opened, for it to have run out. */
export interface Alive {
  readonly seenAfter: number;
  readonly openedAfter: number;
}

/** Those that have not run out, of all accounts or the one; latest seen first. */
export const listSessions = (
  sql: Runner,
  { seenAfter, openedAfter }: Alive,
  account: string | null = null,
): Promise<readonly SessionRow[]> =>
  sql<SessionRow[]>`
    select s.id, s.account, a.login, a.name, s.method, p.post, s.address, s.agent, s.created_at, s.last_seen_at, s.factor_at
    from session s join account a on a.id = s.account left join appointment p on p.id = s.appointment
    where s.last_seen_at > ${seenAfter}::timestamptz and s.created_at > ${openedAfter}::timestamptz and a.disabled_at is null
      and (${account}::bigint is null or s.account = ${account}::bigint)
    order by s.last_seen_at desc, s.id desc`;

/** Which sessions are to end; a field left out says nothing. */
export interface SessionsToEnd {
  readonly id?: string;
  readonly account?: string;
  readonly appointment?: string;
  readonly but?: string;
}

/** Ids of those that ended. */
export async function endSessions(sql: Runner, { id, account, appointment, but }: SessionsToEnd): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    delete from session
    where (${id ?? null}::bigint is null or id = ${id ?? null}::bigint)
      and (${account ?? null}::bigint is null or account = ${account ?? null}::bigint)
      and (${appointment ?? null}::bigint is null or appointment = ${appointment ?? null}::bigint)
      and id is distinct from ${but ?? null}::bigint
    returning id`;
  return rows.map((row) => row.id);
}

export async function forgetSessions(sql: Runner, { seenAfter, openedAfter }: Alive): Promise<void> {
  await sql`delete from session where last_seen_at <= ${seenAfter}::timestamptz or created_at <= ${openedAfter}::timestamptz`;
}
