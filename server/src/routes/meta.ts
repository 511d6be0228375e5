import * as definitions from "@tianyan/api/routes";
import type { Router } from "../http/hono";
import type { Desk } from "../services/desk";
import { readiness, readMeta } from "../services/meta/read";
import type { Services } from "../services/services";

export function addMeta(router: Router, services: Services, desk: Desk): void {
  router.openapi(definitions.readMeta, async (context) =>
    context.json(await readMeta(services, desk, context.get("actor")), 200),
  );
  router.openapi(definitions.health, (context) => context.json({ status: "ok" } as const, 200));
  router.openapi(definitions.ready, async (context) => context.json(await readiness(services), 200));
}
