import * as definitions from "@tianyan/api/routes";
import type { Context } from "hono";
import type { SessionCookie } from "../auth/cookie";
import { tokenOf } from "../auth/tokens";
import type { RequestContext, Router } from "../http/hono";
import type { Services } from "../services/services";
import { endMySession, signOut } from "../services/sessions/end";
import { listMySessions } from "../services/sessions/list";
import { readSessionState, readSessionStateOf } from "../services/sessions/state";
import { switchAppointment } from "../services/sessions/switch";
import { choosePassword } from "../services/sign-in/choose-password";
import { beginEnrolment, confirmEnrolment } from "../services/sign-in/enrol";
import { giveFactor } from "../services/sign-in/factor";
import { signInByLink } from "../services/sign-in/link";
import { signInByPassword } from "../services/sign-in/password";

const agentOf = (context: Context): string => context.req.header("user-agent") ?? "";

/** Signing in and out, and what everybody may do with their own sessions, password and second factor. */
export function addSessions(router: Router, services: Services, cookie: SessionCookie): void {
  /** Hands the new token out, and tells how its session stands. */
  const forward = async (context: Context<RequestContext>, token: string) => {
    cookie.write(context, token);
    return readSessionStateOf(services, tokenOf(token).sha256);
  };

  router.openapi(definitions.readSession, async (context) =>
    context.json(await readSessionState(services, context.get("actor")), 200),
  );
  router.openapi(definitions.signIn, async (context) => {
    const token = await signInByPassword(services, context.get("actor"), context.req.valid("json"), agentOf(context));
    return context.json(await forward(context, token), 200);
  });
  router.openapi(definitions.signInByLink, async (context) => {
    const { token: link } = context.req.valid("json");
    const token = await signInByLink(services, context.get("actor"), link, agentOf(context));
    return context.json(await forward(context, token), 200);
  });
  router.openapi(definitions.giveFactor, async (context) => {
    const token = await giveFactor(services, context.get("actor"), context.req.valid("json").code);
    return context.json(await forward(context, token), 200);
  });
  router.openapi(definitions.signOut, async (context) => {
    await signOut(services, context.get("actor"));
    cookie.clear(context);
    return context.body(null, 204);
  });
  router.openapi(definitions.switchAppointment, async (context) => {
    const token = await switchAppointment(services, context.get("actor"), context.req.valid("json").appointment);
    return context.json(await forward(context, token), 200);
  });
  router.openapi(definitions.listMySessions, async (context) =>
    context.json(await listMySessions(services, context.get("actor")), 200),
  );
  router.openapi(definitions.endMySession, async (context) => {
    await endMySession(services, context.get("actor"), context.req.valid("param").id);
    return context.body(null, 204);
  });
  router.openapi(definitions.changePassword, async (context) => {
    const token = await choosePassword(services, context.get("actor"), context.req.valid("json"));
    return context.json(await forward(context, token), 200);
  });
  router.openapi(definitions.enrolFactor, async (context) =>
    context.json(await beginEnrolment(services, context.get("actor")), 200),
  );
  router.openapi(definitions.confirmFactor, async (context) => {
    const token = await confirmEnrolment(services, context.get("actor"), context.req.valid("json").code);
    return context.json(await forward(context, token), 200);
  });
}
