import * as definitions from "@tianyan/api/routes";
import type { Router } from "../http/hono";
import { codeImage, listHeads, readHead } from "../services/audit/heads";
import { listAudit } from "../services/audit/list";
import { readVerification, startVerification } from "../services/audit/verify";
import type { Desk } from "../services/desk";
import type { Services } from "../services/services";

export function addAudit(router: Router, services: Services, desk: Desk): void {
  router.openapi(definitions.listAudit, async (context) =>
    context.json(await listAudit(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.readAuditHead, async (context) =>
    context.json(await readHead(services, context.get("actor")), 200),
  );
  router.openapi(definitions.listAuditHeads, async (context) =>
    context.json(await listHeads(services, desk, context.get("actor")), 200),
  );
  router.openapi(definitions.auditCode, async (context) => {
    const svg = await codeImage(services, desk, context.get("actor"), context.req.valid("query").date);
    return context.body(svg, 200, { "content-type": "image/svg+xml; charset=utf-8" });
  });
  router.openapi(definitions.verifyAudit, async (context) =>
    context.json(await startVerification(services, desk, context.get("actor")), 202),
  );
  router.openapi(definitions.readVerification, (context) =>
    context.json(readVerification(desk, context.get("actor")), 200),
  );
}
