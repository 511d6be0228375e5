import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { answerExplanation } from "../services/triage/answer";
import { decideFindings } from "../services/triage/decide";
import { listDecisions } from "../services/triage/decisions";
import { explainFinding } from "../services/triage/explain";
import { listExplanations } from "../services/triage/explanations";
import { retractExplanation } from "../services/triage/retract";
import { undoDecisions } from "../services/triage/undo";
import { addView, changeView, listViews, removeView, visitWatchlist } from "../services/triage/views";

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
  router.openapi(definitions.listExplanations, async (context) =>
    context.json(await listExplanations(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.explainFinding, async (context) =>
    context.json(await explainFinding(services, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.answerExplanation, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await answerExplanation(services, context.get("actor"), id, context.req.valid("json")), 200);
  });
  router.openapi(definitions.retractExplanation, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await retractExplanation(services, context.get("actor"), id, context.req.valid("json")), 200);
  });
  router.openapi(definitions.listViews, async (context) =>
    context.json(await listViews(services, context.get("actor")), 200),
  );
  router.openapi(definitions.addView, async (context) =>
    context.json(await addView(services, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.changeView, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await changeView(services, context.get("actor"), id, context.req.valid("json")), 200);
  });
  router.openapi(definitions.removeView, async (context) => {
    await removeView(services, context.get("actor"), context.req.valid("param").id);
    return context.body(null, 204);
  });
  router.openapi(definitions.visitWatchlist, async (context) =>
    context.json(await visitWatchlist(services, context.get("actor")), 200),
  );
};
