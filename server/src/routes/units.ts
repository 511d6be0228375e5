import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { listUnits } from "../services/units/list";

export const addUnits: AddRoutes = (router, services) => {
  router.openapi(definitions.listUnits, async (context) =>
    context.json(await listUnits(services, context.get("actor"), context.req.valid("query")), 200),
  );
};
