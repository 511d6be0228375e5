import { ApiError, type PasswordSignIn } from "@tianyan/api";
import { readFactor } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { isPassword } from "../../auth/passwords";
import type { Services } from "../services";
import { attempt, refuse, succeed } from "./attempt";
import { openSession } from "./open";

const DENIED = { code: "session.denied", action: "session.refused" } as const;

/**
 * Signs in by login and password; the token for the cookie. Whether the account is unknown, locked, disabled or only the password wrong shows
 * neither in the words nor in the time it takes.
 */
export async function signInByPassword(
  services: Services,
  actor: Actor,
  { login, password }: PasswordSignIn,
  agent: string,
): Promise<string> {
  const tried = await attempt(services, actor, { login });
  const { account } = tried;
  const right = await isPassword(account?.password ?? null, password);
  if (!account || !right) return refuse(services, actor, tried, DENIED);
  const opened = services.db.sql.begin(async (tx) => {
    const factor = await readFactor(tx, account.id);
    await succeed(tx, tried, !factor?.confirmed);
    return openSession(tx, services, actor, { account: account.id, name: account.name, method: "password", agent });
  });
  return opened.catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    return refuse(services, actor, tried, { ...DENIED, code: error.code });
  });
}
