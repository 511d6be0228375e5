import { ApiError } from "@tianyan/api";
import {
  accountOfLogin,
  accountOfSubject,
  bindSubject,
  subjectOfAccount,
  type Transaction,
  takeSignOnFlow,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Arrival, Provider } from "../../auth/oidc/provider";
import { hashOfState, oldestFlow } from "../../auth/oidc/state";
import { record } from "../audit/record";
import type { Services } from "../services";
import { attempt, refuse, succeed } from "../sign-in/attempt";
import { openSession } from "../sign-in/open";

export interface Answer {
  /** What follows the address, `?code=…&state=…`. */
  readonly search: string;
  readonly state: string | undefined;
  /** What the browser was given when it left. */
  readonly kept: string | undefined;
  readonly agent: string;
}

const UNKNOWN = { code: "sign_on.unknown", action: "session.refused" } as const;
const FAILED = { code: "sign_on.failed", action: "session.refused" } as const;

/**
 * Signs in whoever the single sign-on answers for: an account that is bound to its subject, or whose login its claim holds. Nobody is added.
 * The token for the cookie. Throws ApiError where any check fails; those of a browser that left from here count as attempts of its address.
 */
export async function finishSignOn(
  services: Services,
  provider: Provider,
  actor: Actor,
  { search, state, kept, agent }: Answer,
): Promise<string> {
  const { db, now } = services;
  const at = now();
  // A browser that did not leave from here proves nothing, and may not use up the attempts of its address either.
  if (state === undefined || kept !== state) throw new ApiError("sign_on.failed");
  const flow = await takeSignOnFlow(db.sql, hashOfState(state), oldestFlow(at));
  if (!flow) return refuse(services, actor, await attempt(services, actor, { login: "" }), FAILED);
  const arrival = await provider.arrive(search, { ...flow, state }).catch((error: unknown) => error as Error);
  if (arrival instanceof Error) {
    if (!(arrival instanceof ApiError) || arrival.code !== "sign_on.failed") throw arrival;
    return refuse(services, actor, await attempt(services, actor, { login: "" }), FAILED);
  }
  const known = await knownAs(services, provider, arrival);
  const tried = await attempt(services, actor, known ? { account: known.account } : { login: "" });
  const { account } = tried;
  if (!known || !account) return refuse(services, actor, tried, UNKNOWN);
  return db.sql.begin(async (tx) => {
    await succeed(tx, tried);
    if (!known.bound) await bindFirst(tx, provider, actor, known.account, arrival.subject, at);
    return openSession(tx, services, actor, { account: account.id, name: account.name, method: "oidc", agent });
  });
}

interface Known {
  readonly account: string;
  readonly bound: boolean;
}

/** By subject, which lasts; by login only until then, and never against a binding. */
async function knownAs({ db }: Services, { issuer }: Provider, { subject, login }: Arrival): Promise<Known | null> {
  const bound = await accountOfSubject(db.sql, issuer, subject);
  if (bound !== null) return { account: bound, bound: true };
  const account = login === null ? null : await accountOfLogin(db.sql, login);
  if (account === null || (await subjectOfAccount(db.sql, account)) !== null) return null;
  return { account, bound: false };
}

async function bindFirst(
  tx: Transaction,
  { issuer }: Provider,
  actor: Actor,
  account: string,
  subject: string,
  at: number,
): Promise<void> {
  await bindSubject(tx, { account, issuer, subject, author: "single sign-on" }, at);
  await record(tx, actor, {
    action: "account.sign_on_bound",
    subject: { type: "account", id: account },
    after: { issuer, subject },
    outcome: "done",
  });
}
