import { randomUUID } from "node:crypto";
import type { SessionStep } from "@tianyan/api";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { type Actor, nobody } from "../auth/actor";
import { addressOf, type Proxies } from "./address";
import type { RequestContext } from "./hono";

/** Who asks, and how far their session is. */
export interface Asker {
  readonly actor: Actor;
  readonly step: SessionStep;
}

/** Finds out by cookie or key; answers `nobody` and `sign_in` where neither counts. */
export type Identify = (
  context: Context<RequestContext>,
  known: { readonly requestId: string; readonly address: string },
) => Promise<Asker>;

/** Every request has an id, which its answer tells; who asks is found out later. */
export const nameRequest = (proxies: Proxies) =>
  createMiddleware<RequestContext>(async (context, next) => {
    const requestId = randomUUID();
    context.set("requestId", requestId);
    context.set("actor", nobody(requestId, addressOf(context, proxies)));
    context.set("step", "sign_in");
    await next();
    context.res.headers.set("x-request-id", requestId);
  });

/** Only the API asks who somebody is. */
export const identify = (who: Identify) =>
  createMiddleware<RequestContext>(async (context, next) => {
    if (context.req.path.startsWith("/api/")) {
      const { requestId, address } = context.get("actor");
      const { actor, step } = await who(context, { requestId, address });
      context.set("actor", actor);
      context.set("step", step);
    }
    await next();
  });

/** Answers of the API are of their moment. */
export const neverCached = createMiddleware(async (context, next) => {
  await next();
  if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
});
