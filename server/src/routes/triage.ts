import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { decideFindings } from "../services/triage/decide";
import { listDecisions } from "../services/triage/decisions";
import { undoDecisions } from "../services/triage/undo";

export const addTriage: AddRoutes = (router, services) => {
  router.openapi(definitions.decideFindings, async (context) =>
    context.json(await decideFindings(services, context.get("actor"), context.req.valid("json")), 200),
  );
  router.openapi(definitions.undoDecisions, async (context) =>
    context.json(await undoDecisions(services, context.get("actor"), context.req.valid("param").act), 200),
  );
  router.openapi(definitions.listDecisions, async (context) => {
    const { source, order_id } = context.req.valid("param");
    const order = { source, orderId: order_id };
    return context.json(await listDecisions(services, context.get("actor"), order, context.req.valid("query")), 200);
  });
};
