import { ApiError, POSTS, type SignInMethod } from "@tianyan/api";
import {
  type AppointmentRow,
  addSession,
  endSessions,
  forgetSessions,
  readAppointments,
  type Transaction,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { readPolicy } from "../../auth/policy";
import { newToken } from "../../auth/tokens";
import { aliveAt } from "../../auth/visit";
import { isInForce } from "../accounts/item";
import { record } from "../audit/record";
import type { Services } from "../services";

/** Whoever proved to be this person, however they did. */
export interface Entering {
  readonly account: string;
  readonly name: string;
  readonly method: SignInMethod;
  /** Let in to choose a password. */
  readonly mustChoosePassword?: boolean;
  /** What the browser says of itself. */
  readonly agent: string;
}

const LONGEST_AGENT = 200;
const rank = ({ post }: AppointmentRow): number => (POSTS as readonly string[]).indexOf(post);

/** Opens a session in the first of the person's posts and ends the one before of this browser. The token for its cookie. */
export async function openSession(
  tx: Transaction,
  { now }: Services,
  actor: Actor,
  { account, name, method, mustChoosePassword = false, agent }: Entering,
): Promise<string> {
  const at = now();
  const inForce = (await readAppointments(tx, account)).filter((one) => isInForce(one, at));
  const [first] = inForce.sort((a, b) => rank(a) - rank(b) || Number(a.id) - Number(b.id));
  if (!first) throw new ApiError("session.no_post");
  await forgetSessions(tx, aliveAt(await readPolicy(tx), at));
  if (actor.session !== null) await endSessions(tx, { id: actor.session });
  const { text, sha256 } = newToken();
  const session = { account, appointment: first.id, method, mustChoosePassword, address: actor.address };
  const id = await addSession(tx, { ...session, token: sha256, agent: agent.slice(0, LONGEST_AGENT) }, at);
  await record(tx, who(actor, account, name, first.post, id), {
    action: "session.opened",
    subject: { type: "session", id },
    after: { method, post: first.post },
    outcome: "done",
  });
  return text;
}

const who = (actor: Actor, account: string, name: string, post: string, session: string) => ({
  ...actor,
  account,
  name,
  post,
  session,
});
