import * as definitions from "@tianyan/api/routes";
import type { Router } from "../http/hono";
import { actOnPaper } from "../services/papers/act";
import { openDocument } from "../services/papers/document";
import { draftPaper } from "../services/papers/draft";
import { exportPapers } from "../services/papers/export";
import { listPapers } from "../services/papers/list";
import { readPaper } from "../services/papers/read";
import { actOnReceipt } from "../services/papers/receipts";
import { readdressPaper, rewritePaper } from "../services/papers/rewrite";
import { changeTemplate, listTemplates } from "../services/papers/templates";
import type { Services } from "../services/services";

export function addPapers(router: Router, services: Services): void {
  router.openapi(definitions.listPaperTemplates, async (context) =>
    context.json(await listTemplates(services, context.get("actor")), 200),
  );
  router.openapi(definitions.changePaperTemplate, async (context) => {
    const [{ kind }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await changeTemplate(services, context.get("actor"), kind, given), 200);
  });
  router.openapi(definitions.listPapers, async (context) =>
    context.json(await listPapers(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(
    definitions.exportPapers,
    async (context) =>
      new Response(await exportPapers(services, context.get("actor"), context.req.valid("query")), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": 'attachment; filename="papers.csv"',
        },
      }),
  );
  router.openapi(definitions.draftPaper, async (context) =>
    context.json(await draftPaper(services, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.readPaper, async (context) =>
    context.json(await readPaper(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.rewritePaper, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await rewritePaper(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.readdressPaper, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await readdressPaper(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.actOnPaper, async (context) => {
    const [{ id }, act] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await actOnPaper(services, context.get("actor"), id, act), 200);
  });
  router.openapi(definitions.actOnReceipt, async (context) => {
    const [which, act] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await actOnReceipt(services, context.get("actor"), which, act), 200);
  });
  router.openapi(definitions.openPaper, async (context) =>
    openDocument(services, context.get("actor"), context.req.valid("param").id, context.req.valid("query")),
  );
}
