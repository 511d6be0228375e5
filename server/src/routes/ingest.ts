import { ApiError } from "@tianyan/api";
import * as definitions from "@tianyan/api/routes";
import type { Router } from "../http/hono";
import { limitedText } from "../http/limited-text";
import type { Desk } from "../services/desk";
import { ingest } from "../services/ingest/ingest";
import type { Services } from "../services/services";

const RETRY_SECONDS = 5;

export function addIngest(router: Router, services: Services, desk: Desk): void {
  router.openapi(definitions.ingest, async (context) => {
    const key = context.req.valid("header")["idempotency-key"];
    const { source } = context.req.valid("query");
    try {
      const body = await limitedText(context.req.raw, desk.ingestLimit, "ingest.too_large");
      const answer = await ingest(services, desk, context.get("actor"), { key, source, body });
      return context.body(answer, 200, { "content-type": "application/x-ndjson; charset=utf-8" });
    } catch (error) {
      if (error instanceof ApiError && error.code === "ingest.busy")
        context.header("retry-after", String(RETRY_SECONDS));
      throw error;
    }
  });
}
