import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { facetsOfFindings } from "../services/findings/facets";
import { listFindings } from "../services/findings/list";

export const addFindings: AddRoutes = (router, services) => {
  router.openapi(definitions.listFindings, async (context) =>
    context.json(await listFindings(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.countFindings, async (context) =>
    context.json(await facetsOfFindings(services, context.get("actor"), context.req.valid("query")), 200),
  );
};
