import { ApiError, type Decision, isPermitted, type SessionStep } from "@tianyan/api";
import { createMiddleware } from "hono/factory";
import type { Actor } from "../auth/actor";
import type { RequestContext } from "./hono";
import { decisionOf, operationOf, SCREENS } from "./operation";

/** Keeps that somebody was refused. */
export type OnDenied = (actor: Actor, operation: string) => Promise<void>;

/** Before every handler: what nobody decided is refused, and what was decided is asked for. */
export const guard = (onDenied: OnDenied) =>
  createMiddleware<RequestContext>(async (context, next) => {
    const operation = operationOf(context);
    const decision = decisionOf(operation);
    const actor = context.get("actor");
    if (decision === null && (operation === null || operation === SCREENS)) {
      if (context.req.path.startsWith("/api/")) requireSession("self", context.get("step"));
    } else if (decision !== "public") {
      requireSession(decision ?? "self", context.get("step"));
      if (decision === null || !allows(decision, actor)) {
        await onDenied(actor, operation ?? "");
        throw new ApiError("permission.denied");
      }
    }
    await next();
  });

function requireSession(decision: Decision, step: SessionStep): void {
  if (step === "sign_in") throw new ApiError("session.required");
  if (step !== "open" && decision !== "entering") throw new ApiError("session.unfinished");
}

/** A machine does what its key is for, and has no session of its own. */
const allows = (decision: Decision, actor: Actor): boolean =>
  decision === "self" || decision === "entering"
    ? actor.post !== "machine" && actor.post !== "follower"
    : decision === "public" || isPermitted(actor, decision);
