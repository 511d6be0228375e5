import { createMiddleware } from "hono/factory";
import type { Log } from "../logs/log";
import type { Metrics } from "../metrics/metrics";
import type { RequestContext } from "./hono";
import { operationOf } from "./operation";

/** One line and one count a request: its operation, never its address, in which people type. */
export const requestLog = (log: Log, metrics: Metrics) =>
  createMiddleware<RequestContext>(async (context, next) => {
    const since = performance.now();
    await next();
    const ms = Math.round((performance.now() - since) * 10) / 10;
    const { status } = context.res;
    const operation = operationOf(context) ?? "none";
    metrics.request(operation, status, ms / 1000);
    const { account, post, address } = context.get("actor");
    const line = { request: context.get("requestId"), account, post, peer: address, operation, status, ms };
    if (status >= 500) log.error(line, "request failed");
    else if (status === 401 || status === 403 || status === 429) log.warn(line, "request refused");
    else log.info(line, "request");
  });
