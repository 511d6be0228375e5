import { createHash } from "node:crypto";
import { ApiError } from "@tianyan/api";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { RequestContext } from "./hono";
import { decisionOf, operationOf } from "./operation";

/** So many times in so many seconds. */
export interface Limit {
  readonly times: number;
  readonly seconds: number;
}

export interface Limits {
  /** Anything at all, of one session, key or, of those without, address. */
  readonly general: Limit;
  /** Ways in, of one address. */
  readonly signIn: Limit;
  readonly factor: Limit;
  /** Of one account. */
  readonly unmask: Limit;
  readonly search: Limit;
  readonly export: Limit;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export const LIMITS: Limits = {
  general: { times: 6_000, seconds: MINUTE },
  // A whole office may come from one address in the morning; failures have a limit of their own.
  signIn: { times: 300, seconds: 10 * MINUTE },
  factor: { times: 30, seconds: 10 * MINUTE },
  unmask: { times: 60, seconds: HOUR },
  search: { times: 120, seconds: HOUR },
  export: { times: 60, seconds: HOUR },
};

/** Counts one more, and tells how many there are now. */
export type TakePoint = (
  kind: string,
  key: string,
  seconds: number,
) => Promise<{ points: number; secondsLeft: number }>;

type Kind = Exclude<keyof Limits, "general">;

/** What an operation counts for beside `general`. */
const OF_OPERATION: Readonly<Record<string, Kind>> = {
  "POST /api/session": "signIn",
  "POST /api/session/link": "signIn",
  "GET /api/session/oidc": "signIn",
  "GET /api/session/oidc/callback": "signIn",
  "POST /api/session/factor": "factor",
  "POST /api/account/factor/confirm": "factor",
  "GET /api/imports/{id}/rejects.xlsx": "export",
  "GET /api/papers.csv": "export",
};

const OF_DECISION: Readonly<Record<string, Kind>> = {
  "personal.unmask": "unmask",
  "personal.search": "search",
  export: "export",
};

/** Nobody knocks more often than a person, or an honest machine, would. Names of whom are kept as hashes. */
export const rateLimit = (take: TakePoint, limits: Limits) =>
  createMiddleware<RequestContext>(async (context, next) => {
    const operation = operationOf(context);
    const { session, account, address, post, name } = context.get("actor");
    // Whoever is about to be sent to sign in costs nothing yet.
    const counted = session === null && post === "nobody" ? decisionOf(operation) === "public" : post !== "system";
    if (counted && context.req.path.startsWith("/api/") && operation !== null) {
      const person = session ?? (post === "machine" || post === "follower" ? name : account) ?? address;
      const kind = OF_OPERATION[operation] ?? OF_DECISION[decisionOf(operation) ?? ""];
      if (kind) await count(context, kind, kind === "signIn" ? address : (account ?? address));
      await count(context, "general", person);
    }
    await next();

    async function count(of: Context, what: keyof Limits, whom: string): Promise<void> {
      const { times, seconds } = limits[what];
      const { points, secondsLeft } = await take(what, createHash("sha256").update(whom).digest("hex"), seconds);
      if (points <= times) return;
      of.header("retry-after", String(secondsLeft));
      throw new ApiError("request.too_often");
    }
  });
