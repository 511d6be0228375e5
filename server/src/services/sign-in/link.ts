import { useLink } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { tokenOf } from "../../auth/tokens";
import type { Services } from "../services";
import { attempt, refuse, succeed } from "./attempt";
import { openSession } from "./open";

const NO_ACCOUNT = { login: "" } as const;

/** Signs in by a link, which lets in once: into a demonstration as it is, else to choose a password. The token for the cookie. */
export async function signInByLink(services: Services, actor: Actor, token: string, agent: string): Promise<string> {
  const tried = await attempt(services, actor, NO_ACCOUNT);
  const opened = await services.db.sql.begin(async (tx) => {
    const link = await useLink(tx, tokenOf(token).sha256, services.now());
    if (!link) return null;
    await succeed(tx, tried);
    const { account, name, purpose } = link;
    return openSession(tx, services, actor, {
      account,
      name,
      method: "link",
      mustChoosePassword: purpose !== "demo",
      agent,
    });
  });
  return opened ?? refuse(services, actor, tried, { code: "session.link_denied", action: "session.refused" });
}
