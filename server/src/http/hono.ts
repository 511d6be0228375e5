import { OpenAPIHono } from "@hono/zod-openapi";
import type { Problem } from "@tianyan/api";
import { ApiError } from "@tianyan/api";
import type { Actor } from "../auth/actor";
import type { Services } from "../services/services";

/** What every request carries. */
export interface RequestContext {
  readonly Variables: { readonly requestId: string; readonly actor: Actor };
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
