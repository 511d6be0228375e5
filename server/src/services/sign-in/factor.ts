import { ApiError } from "@tianyan/api";
import { readFactor, renewSession, useCounter, visitOfSession } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { counterOfCode } from "../../auth/factor-codes";
import { newToken } from "../../auth/tokens";
import { record } from "../audit/record";
import type { Services } from "../services";
import { attempt, refuse, succeed } from "./attempt";
import { personOf } from "./person";
import { openSecret } from "./secret";

export const CODE_DENIED = { code: "session.code_denied", action: "session.factor_refused" } as const;

/** Takes the code of the second factor, at signing in or again later; the new token for the cookie. No code counts twice. */
export async function giveFactor(services: Services, actor: Actor, code: string): Promise<string> {
  const { db, now } = services;
  const person = personOf(actor);
  const factor = await readFactor(db.sql, person.account);
  if (!factor?.confirmed) throw new ApiError("factor.none");
  const tried = await attempt(services, actor, { account: person.account });
  const at = now();
  const counter = tried.account ? counterOfCode(openSecret(services, factor.secret), code, at) : null;
  if (counter === null) return refuse(services, actor, tried, CODE_DENIED);
  const { text, sha256 } = newToken();
  const given = await db.sql.begin(async (tx) => {
    if (!(await useCounter(tx, person.account, counter))) return false;
    await succeed(tx, tried);
    if (!(await renewSession(tx, person.session, sha256, { factorAt: at }))) throw new ApiError("session.required");
    const post = (await visitOfSession(tx, person.session, at))?.post ?? actor.post;
    await record(
      tx,
      { ...actor, post },
      { action: "session.factor", subject: { type: "session", id: person.session }, outcome: "done" },
    );
    return true;
  });
  return given ? text : refuse(services, actor, tried, CODE_DENIED);
}
