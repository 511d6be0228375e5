import { ApiError, requirePermission, type Sessions } from "@tianyan/api";
import { listSessions, readAccounts } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { readPolicy } from "../../auth/policy";
import { aliveAt } from "../../auth/visit";
import type { Services } from "../services";
import { personOf } from "../sign-in/person";
import { sessionItem } from "./item";

/** Sessions that have not run out, of everybody or of one account. */
export async function listOpenSessions(
  services: Services,
  actor: Actor,
  account: string | null = null,
): Promise<Sessions> {
  requirePermission(actor, "sessions.read");
  if (account !== null && (await readAccounts(services.db.sql, account)).length === 0)
    throw new ApiError("account.not_found");
  return sessionsOf(services, actor, account);
}

/** Of whoever asks. */
export const listMySessions = (services: Services, actor: Actor): Promise<Sessions> =>
  sessionsOf(services, actor, personOf(actor).account);

async function sessionsOf({ db, now }: Services, actor: Actor, account: string | null): Promise<Sessions> {
  const policy = await readPolicy(db.sql);
  const rows = await listSessions(db.sql, aliveAt(policy, now()), account);
  return { sessions: rows.map((row) => sessionItem(row, policy, actor.session)) };
}
