import { ApiError, type Link } from "@tianyan/api";
import { after, HOUR, isoInstant } from "@tianyan/core";
import { addLink, endSessions, forgetPassword, type LinkRow, type Transaction } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { readPolicy } from "../../auth/policy";
import { newToken } from "../../auth/tokens";
import type { Services } from "../services";
import { changeAccountBy } from "./change";

/** A link that lets in once, in the place of any that the account had. Not recorded here. */
export async function makeLink(
  tx: Transaction,
  { now }: Services,
  actor: Actor,
  { account, purpose }: Pick<LinkRow, "account" | "purpose">,
): Promise<Link> {
  const expiresAt = after(now(), (await readPolicy(tx)).link_hours * HOUR);
  const { text, sha256 } = newToken();
  await addLink(tx, { account, purpose, token: sha256, author: actor.name, expiresAt }, now());
  // Behind a # nothing is sent, so that no log of a proxy holds it.
  return { path: `/enter#${text}`, expires_at: isoInstant(expiresAt) };
}

/** Takes the password away and makes a link by which to choose another; sessions end. A second factor stays, and is asked for. */
export async function renewLink(services: Services, actor: Actor, id: string): Promise<Link> {
  let link: Link | null = null;
  await changeAccountBy(services, actor, id, async (tx, account) => {
    if (account.demo) throw new ApiError("account.demo");
    if (account.state === "disabled") throw new ApiError("account.disabled");
    const purpose = account.state === "invited" ? "invite" : "reset";
    await forgetPassword(tx, id, services.now());
    await endSessions(tx, { account: id });
    link = await makeLink(tx, services, actor, { account: id, purpose });
    return { action: "account.linked", after: { purpose } };
  });
  if (!link) throw new ApiError("account.not_found");
  return link;
}
