import { type Account, type Accounts, type AccountsQuery, ApiError, requirePermission } from "@tianyan/api";
import { listSessions, type Runner, readAccounts, readAppointments } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { readPolicy } from "../../auth/policy";
import { aliveAt } from "../../auth/visit";
import type { Services } from "../services";
import { accountItem } from "./item";

/** People and their posts, by login. */
export async function listAccounts(
  services: Services,
  actor: Actor,
  { q, post, state }: AccountsQuery,
): Promise<Accounts> {
  requirePermission(actor, "accounts.read");
  const words = q?.trim().toLowerCase() ?? "";
  const accounts = (await accountsIn(services, services.db.sql)).filter(
    (account) =>
      `${account.login}\n${account.name}`.toLowerCase().includes(words) &&
      (state.length === 0 || state.includes(account.state)) &&
      (post.length === 0 || account.appointments.some((one) => one.in_force && post.includes(one.post))),
  );
  return { accounts };
}

/** Throws `account.not_found`. */
export function readAccount(services: Services, actor: Actor, id: string): Promise<Account> {
  requirePermission(actor, "accounts.read");
  return accountIn(services, services.db.sql, id);
}

/** Throws `account.not_found`. */
export async function accountIn(services: Services, sql: Runner, id: string): Promise<Account> {
  const [account] = /^\d{1,18}$/.test(id) ? await accountsIn(services, sql, id) : [];
  if (!account) throw new ApiError("account.not_found");
  return account;
}

async function accountsIn({ now }: Services, sql: Runner, id: string | null = null): Promise<Account[]> {
  const at = now();
  const rows = await readAccounts(sql, id);
  const appointments = await readAppointments(sql, id);
  const sessions = await listSessions(sql, aliveAt(await readPolicy(sql), at), id);
  return rows.map((row) => accountItem(row, ofAccount(appointments, row), ofAccount(sessions, row).length, at));
}

const ofAccount = <T extends { readonly account: string }>(rows: readonly T[], { id }: { readonly id: string }): T[] =>
  rows.filter(({ account }) => account === id);
