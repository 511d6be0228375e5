import { ApiError, isErrorCode } from "@tianyan/api";
import * as definitions from "@tianyan/api/routes";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { SessionCookie } from "../auth/cookie";
import type { Provider } from "../auth/oidc/provider";
import type { Router } from "../http/hono";
import type { Services } from "../services/services";
import { signOut } from "../services/sessions/end";
import { beginSignOn } from "../services/sign-on/begin";
import { bind, readBinding, unbind } from "../services/sign-on/bind";
import { finishSignOn } from "../services/sign-on/finish";

/** Where people are when they are signed in, and when they are not. */
const HOME = "/";
const signInWith = (problem: string): string => `/sign-in?problem=${encodeURIComponent(problem)}`;
const FLOW_SECONDS = 600;

export interface SignOnOptions {
  /** Null: there is no single sign-on. */
  readonly provider: Provider | null;
  readonly cookie: SessionCookie;
  readonly publicUrl: string | null;
}

/** Sign-in through the single sign-on of the government, and who people are to it. */
export function addSignOn(router: Router, services: Services, { provider, cookie, publicUrl }: SignOnOptions): void {
  const https = publicUrl?.startsWith("https://") === true;
  const flowName = `${https ? "__Host-" : ""}tianyan_sign_on`;
  // Lax: it comes back from another site.
  const flowOptions = { path: "/", httpOnly: true, sameSite: "Lax", secure: https, maxAge: FLOW_SECONDS } as const;
  const ours = (): Provider => {
    if (!provider) throw new ApiError("sign_on.not_set_up");
    return provider;
  };

  router.openapi(definitions.beginSignOn, async (context) => {
    const { address, state } = await beginSignOn(services, ours());
    setCookie(context, flowName, state, flowOptions);
    return context.redirect(address, 302);
  });
  router.openapi(definitions.finishSignOn, async (context) => {
    const at = ours();
    const kept = getCookie(context, flowName);
    deleteCookie(context, flowName, flowOptions);
    try {
      const answer = { search: searchOf(context), state: context.req.valid("query").state, kept };
      const agent = context.req.header("user-agent") ?? "";
      cookie.write(context, await finishSignOn(services, at, context.get("actor"), { ...answer, agent }));
      return context.redirect(HOME, 302);
    } catch (error) {
      if (!(error instanceof ApiError) || !isErrorCode(error.code) || error.status >= 500) throw error;
      return context.redirect(signInWith(error.code), 302);
    }
  });
  router.openapi(definitions.leaveSignOn, async (context) => {
    const at = ours();
    const actor = context.get("actor");
    if (actor.session !== null) await signOut(services, actor);
    cookie.clear(context);
    return context.redirect((await at.farewell(`${publicUrl ?? ""}${HOME}`)) ?? HOME, 302);
  });

  router.openapi(definitions.readSignOnBinding, async (context) =>
    context.json(await readBinding(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.bindSignOn, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await bind(services, ours().issuer, context.get("actor"), id, context.req.valid("json")), 200);
  });
  router.openapi(definitions.unbindSignOn, async (context) =>
    context.json(await unbind(services, context.get("actor"), context.req.valid("param").id), 200),
  );
}

const searchOf = (context: Context): string => new URL(context.req.url).search;
