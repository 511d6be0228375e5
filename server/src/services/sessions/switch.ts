import { ApiError } from "@tianyan/api";
import { readAppointments, renewSession } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { newToken } from "../../auth/tokens";
import { isInForce } from "../accounts/item";
import { record } from "../audit/record";
import type { Services } from "../services";
import { personOf } from "../sign-in/person";

/** Acts in another of one's posts from now on; the new token for the cookie. Throws `appointment.not_found`. */
export async function switchAppointment({ db, now }: Services, actor: Actor, id: string): Promise<string> {
  const { account, session } = personOf(actor);
  const at = now();
  const { text, sha256 } = newToken();
  await db.sql.begin(async (tx) => {
    const next = (await readAppointments(tx, account)).find((one) => one.id === id && isInForce(one, at));
    if (!next) throw new ApiError("appointment.not_found");
    if (!(await renewSession(tx, session, sha256, { appointment: id }))) throw new ApiError("session.required");
    await record(tx, actor, {
      action: "session.appointment",
      subject: { type: "appointment", id },
      before: { post: actor.post },
      after: { post: next.post },
      outcome: "done",
    });
  });
  return text;
}
