import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { Actor } from "../auth/actor";
import type { RequestContext } from "./hono";

/** Every request has an id, which its answer tells, and somebody who acts. */
export const identify = (actor: Actor) =>
  createMiddleware<RequestContext>(async (context, next) => {
    const requestId = randomUUID();
    context.set("requestId", requestId);
    context.set("actor", actor);
    await next();
    context.res.headers.set("x-request-id", requestId);
  });

/** Answers of the API are of their moment. */
export const neverCached = createMiddleware(async (context, next) => {
  await next();
  if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
});
