import { createHash, timingSafeEqual } from "node:crypto";
import { ApiError } from "@tianyan/api";
import type { Metrics } from "../metrics/metrics";
import { isLocal } from "./address";
import type { Router } from "./hono";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** For Prometheus: with the token where one is set, else only from this very machine. */
export function addMetrics(router: Router, metrics: Metrics, token: string | null): void {
  const expected = token === null ? null : digest(`Bearer ${token}`);
  router.get("/metrics", async (context) => {
    const given = context.req.header("authorization");
    const allowed = expected ? given !== undefined && timingSafeEqual(digest(given), expected) : isLocal(context);
    if (!allowed) throw new ApiError("metrics.denied");
    return context.body(await metrics.text(), 200, {
      "content-type": metrics.contentType,
      "cache-control": "no-store",
    });
  });
}
