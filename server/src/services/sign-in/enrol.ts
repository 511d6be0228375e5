import { ApiError, type FactorEnrolment } from "@tianyan/api";
import { beginFactor, confirmFactor, readFactor, renewSession, useCounter, visitOfSession } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { counterOfCode, factorUri, newFactorSecret } from "../../auth/factor-codes";
import { newToken } from "../../auth/tokens";
import { stepOf } from "../../auth/visit";
import { record } from "../audit/record";
import type { Services } from "../services";
import { attempt, refuse, succeed } from "./attempt";
import { CODE_DENIED } from "./factor";
import { personOf } from "./person";
import { openSecret, sealSecret } from "./secret";

/** A secret for the person's device; it counts once a code of it was given. Throws `factor.enrolled`. */
export async function beginEnrolment(services: Services, actor: Actor): Promise<FactorEnrolment> {
  const { db, now } = services;
  const { account, session } = personOf(actor);
  const at = now();
  const secret = newFactorSecret();
  const sealed = sealSecret(services, secret);
  return db.sql.begin(async (tx) => {
    const visit = await visitOfSession(tx, session, at);
    if (!visit) throw new ApiError("session.required");
    if (!["enrol", "open"].includes(stepOf(visit, at))) throw new ApiError("session.unfinished");
    if (!(await beginFactor(tx, account, sealed, at))) throw new ApiError("factor.enrolled");
    const subject = { type: "account", id: account };
    await record(tx, actor, { action: "account.factor_begun", subject, outcome: "done" });
    return { secret, uri: factorUri(secret, visit.login) };
  });
}

/** Takes the first code of a new device; the new token for the cookie. */
export async function confirmEnrolment(services: Services, actor: Actor, code: string): Promise<string> {
  const { db, now } = services;
  const { account, session } = personOf(actor);
  const factor = await readFactor(db.sql, account);
  if (!factor) throw new ApiError("factor.none");
  if (factor.confirmed) throw new ApiError("factor.enrolled");
  const tried = await attempt(services, actor, { account });
  const at = now();
  const counter = tried.account ? counterOfCode(openSecret(services, factor.secret), code, at) : null;
  if (counter === null) return refuse(services, actor, tried, CODE_DENIED);
  const { text, sha256 } = newToken();
  const given = await db.sql.begin(async (tx) => {
    if (!(await confirmFactor(tx, account, factor.secret, at)) || !(await useCounter(tx, account, counter)))
      return false;
    await succeed(tx, tried);
    if (!(await renewSession(tx, session, sha256, { factorAt: at }))) throw new ApiError("session.required");
    const subject = { type: "account", id: account };
    await record(tx, actor, { action: "account.factor", subject, outcome: "done" });
    return true;
  });
  return given ? text : refuse(services, actor, tried, CODE_DENIED);
}
