import { ApiError } from "@tianyan/api";
import { createMiddleware } from "hono/factory";
import type { RequestContext } from "./hono";

/** A question is answered in time, or given up. Changes are not: they end in their own time, whole. */
export const answerWithin = (ms: number) =>
  createMiddleware<RequestContext>(async (context, next) => {
    if (context.req.method !== "GET" && context.req.method !== "HEAD") return next();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ApiError("request.timed_out")), ms);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  });
