import { SECOND } from "@tianyan/core";
import { seeSession, visitOfToken } from "@tianyan/db";
import type { Identify } from "../http/request";
import type { Services } from "../services/services";
import { nobody } from "./actor";
import type { SessionCookie } from "./cookie";
import { tokenOf } from "./tokens";
import { askerOf, isAlive } from "./visit";

/** A page asks for many things at once: that it did is kept once. */
const SEEN_EVERY = 5 * SECOND;

/** Who asks, by the cookie of their session. */
export const identifyBySession =
  (services: Services, cookie: SessionCookie): Identify =>
  async (context, { requestId, address }) => {
    const signedOut = { actor: nobody(requestId, address), step: "sign_in" } as const;
    const token = context.req.path.startsWith("/api/") ? cookie.read(context) : null;
    if (token === null) return signedOut;
    const { db, now } = services;
    const at = now();
    const visit = await visitOfToken(db.sql, tokenOf(token).sha256, at);
    if (!visit || !isAlive(visit, at)) return signedOut;
    if (at - visit.last_seen_at >= SEEN_EVERY) await seeSession(db.sql, visit.id, at);
    return askerOf(visit, at, requestId, address);
  };
