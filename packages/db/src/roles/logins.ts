import { randomBytes } from "node:crypto";
import { type Database, openDatabase, type Transaction } from "../connect";
import { codeOf, DatabaseFailure } from "../failure";
import { attempt, runOrAsk } from "./attempt";
import { type LoginNames, loginNames } from "./names";
import { scramVerifier } from "./verifier";

/** Held while logins are made, so that two processes on one database agree on their passwords. */
const LOCK = 7_243_004;

interface Login {
  readonly role: string;
  readonly password: string;
}

/** The two pools of a database; neither owns anything in it. */
export interface Pools {
  /** Accounts, sessions, audit; reads business data only as somebody. */
  readonly app: Database;
  /** Records, judges and takes back. */
  readonly replay: Database;
}

/** Opens both pools of a migrated database, their logins made or mended where needed. Throws DatabaseFailure. */
export async function openPools(owner: Database): Promise<Pools> {
  const logins = await ensureLogins(owner);
  const app = await openAs(owner, logins.app);
  try {
    return { app, replay: await openAs(owner, logins.replay) };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function ensureLogins(owner: Database): Promise<{ readonly app: Login; readonly replay: Login }> {
  const [row] = await owner.sql<{ name: string }[]>`select current_database() as name`;
  const names = loginNames(row?.name ?? "");
  const passwords = new Map<string, string>();
  await attempt(() =>
    owner.sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOCK})`;
      passwords.clear();
      for (const login of await keptLogins(tx, names)) passwords.set(login.role, login.password);
      await admit(tx, row?.name ?? "", names);
    }),
  );
  const of = (role: string): Login => ({ role, password: passwords.get(role) ?? "" });
  return { app: of(names.app), replay: of(names.replay) };
}

/** Logins with their passwords, made where they are missing; a table keeps them that only the owner reads. */
async function keptLogins(tx: Transaction, names: LoginNames): Promise<readonly Login[]> {
  const [{ user } = { user: "" }] = await tx<{ user: string }[]>`select current_user as user`;
  const logins: Login[] = [];
  for (const [role, group] of [
    [names.app, "tianyan_app"],
    [names.replay, "tianyan_replay"],
  ] as const) {
    const [known] = await tx<Login[]>`select role, password from database_login where role = ${role}`;
    const login = known ?? { role, password: randomBytes(24).toString("base64url") };
    if (!known) await tx`insert into database_login (role, password) values (${role}, ${login.password})`;
    const [state] = await tx<{ exists: boolean; member: boolean }[]>`
      select exists (select from pg_roles where rolname = ${role}) as exists,
        exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member
          where g.rolname = ${group} and r.rolname = ${role}) as member`;
    const statements: string[] = [];
    if (!state?.exists)
      statements.push(`create role ${role} login inherit password '${scramVerifier(login.password)}'`);
    else if (!known) statements.push(`alter role ${role} login inherit password '${scramVerifier(login.password)}'`);
    if (!state?.member) statements.push(`grant ${group} to ${role}`);
    await runOrAsk(tx, user, statements);
    logins.push(login);
  }
  return logins;
}

/** Nobody but these two and the owner comes into the database: logins of others in the cluster are of the same groups. */
async function admit(tx: Transaction, database: string, names: LoginNames): Promise<void> {
  const [state] = await tx<{ owns: boolean; open: boolean; app: boolean; replay: boolean }[]>`
    select pg_has_role(d.datdba, 'usage') as owns, has_database_privilege('public', d.oid, 'connect') as open,
      has_database_privilege(${names.app}, d.oid, 'connect') as app,
      has_database_privilege(${names.replay}, d.oid, 'connect') and has_database_privilege(${names.replay}, d.oid, 'temporary')
        as replay
    from pg_database d where d.datname = current_database()`;
  if (!state?.owns) return;
  if (state.open) await tx`revoke all on database ${tx(database)} from public`;
  if (state.open || !state.app) await tx`grant connect on database ${tx(database)} to ${tx(names.app)}`;
  if (state.open || !state.replay)
    await tx`grant connect, temporary on database ${tx(database)} to ${tx(names.replay)}`;
}

/** A database restored from a copy knows another password than the cluster: the kept one counts. */
async function openAs(owner: Database, { role, password }: Login): Promise<Database> {
  const url = new URL(owner.url);
  url.username = role;
  url.password = password;
  try {
    return await openDatabase(url.href);
  } catch (error) {
    if (!(error instanceof DatabaseFailure) || codeOf(error.cause) !== "28P01") throw error;
    const [{ user } = { user: "" }] = await owner.sql<{ user: string }[]>`select current_user as user`;
    await attempt(() =>
      runOrAsk(owner.sql, user, [`alter role ${role} login inherit password '${scramVerifier(password)}'`]),
    );
    return openDatabase(url.href);
  }
}
