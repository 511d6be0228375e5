import { OpenAPIHono } from "@hono/zod-openapi";
import type { Problem, SessionStep } from "@tianyan/api";
import { ApiError } from "@tianyan/api";
import type { Actor } from "../auth/actor";
import type { Services } from "../services/services";

/** What every request carries. */
export interface RequestContext {
  readonly Variables: {
    readonly requestId: string;
    /** Who asks; `nobody` unless a session or a key says otherwise. */
    readonly actor: Actor;
    /** How far the session is: only `open` may ask for anything. */
    readonly step: SessionStep;
    /** Lets one style element of a page in; set by the security headers. */
    readonly secureHeadersNonce?: string;
  };
}

export type Router = OpenAPIHono<RequestContext>;

/** Adds the routes of one feature. */
export type AddRoutes = (router: Router, services: Services) => void;

/** A router that answers unusable parameters as every other error. */
export const createRouter = (): Router =>
  new OpenAPIHono<RequestContext>({
    defaultHook: (result) => {
      if (result.success) return;
      const problems = result.error.issues.map(
        ({ path, message }): Problem => ({ path: path.map(String).join("."), message }),
      );
      throw new ApiError("request.invalid", { problems });
    },
  });
