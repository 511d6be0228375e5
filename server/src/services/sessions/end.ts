import { ApiError, requirePermission } from "@tianyan/api";
import { endSessions, visitOfSession } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";
import { personOf } from "../sign-in/person";

/** Ends a session of anybody, or of one account. Throws `session.not_found`. */
export async function endSession(
  services: Services,
  actor: Actor,
  { id, account }: { readonly id: string; readonly account?: string },
): Promise<void> {
  requirePermission(actor, "sessions.end");
  await end(services, actor, { id, ...(account === undefined ? {} : { account }) });
}

/** Ends a session of whoever asks. */
export const endMySession = (services: Services, actor: Actor, id: string): Promise<void> =>
  end(services, actor, { id, account: personOf(actor).account });

const end = ({ db }: Services, actor: Actor, which: { readonly id: string; readonly account?: string }) =>
  db.sql.begin(async (tx) => {
    if ((await endSessions(tx, which)).length === 0) throw new ApiError("session.not_found");
    const subject = { type: "session", id: which.id };
    await record(tx, actor, { action: "session.ended", subject, outcome: "done" });
  });

/** Ends the session that asks. */
export const signOut = (services: Services, actor: Actor): Promise<void> =>
  services.db.sql.begin(async (tx) => {
    const { session } = personOf(actor);
    const post = (await visitOfSession(tx, session, services.now()))?.post ?? actor.post;
    await endSessions(tx, { id: session });
    const subject = { type: "session", id: session };
    await record(tx, { ...actor, post }, { action: "session.closed", subject, outcome: "done" });
  });
