import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { listRules } from "../services/rules/list";

export const addRules: AddRoutes = (router, services) => {
  router.openapi(definitions.listRules, async (context) =>
    context.json(await listRules(services, context.get("actor")), 200),
  );
};
