import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { readOverview } from "../services/overview/read";

export const addOverview: AddRoutes = (router, services) => {
  router.openapi(definitions.readOverview, async (context) =>
    context.json(await readOverview(services, context.get("actor"), context.req.valid("query")), 200),
  );
};
