import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { readiness, readMeta } from "../services/meta/read";

export const addMeta: AddRoutes = (router, services) => {
  router.openapi(definitions.readMeta, async (context) =>
    context.json(await readMeta(services, context.get("actor")), 200),
  );
  router.openapi(definitions.health, (context) => context.json({ status: "ok" } as const, 200));
  router.openapi(definitions.ready, async (context) => context.json(await readiness(services), 200));
};
