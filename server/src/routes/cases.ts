import * as definitions from "@tianyan/api/routes";
import type { Router } from "../http/hono";
import { actOnCase } from "../services/cases/act";
import { addFindings, addOrders, addUnits } from "../services/cases/add-links";
import { addPerson } from "../services/cases/add-person";
import { askApproval, decideApproval } from "../services/cases/approvals";
import { assignCase, listColleagues } from "../services/cases/assign";
import { attachToCase, openAttachment } from "../services/cases/attachments";
import { commentOnCase } from "../services/cases/comment";
import { changeDeadlines, readDeadlines } from "../services/cases/deadlines";
import { addCheck, addPaper, addSystem, answerPaper } from "../services/cases/entries";
import { listMeasures, reportMeasure } from "../services/cases/ledger";
import { listCases } from "../services/cases/list";
import { attachToMeasure, openMeasureFile } from "../services/cases/measure-files";
import { addMeasure, changeMeasure } from "../services/cases/measures";
import { openCase } from "../services/cases/open";
import { readCase } from "../services/cases/read";
import type { Desk } from "../services/desk";
import type { Services } from "../services/services";

export function addCases(router: Router, services: Services, desk: Desk): void {
  router.openapi(definitions.readCaseDeadlines, async (context) =>
    context.json(await readDeadlines(services, context.get("actor")), 200),
  );
  router.openapi(definitions.changeCaseDeadlines, async (context) =>
    context.json(await changeDeadlines(services, context.get("actor"), context.req.valid("json")), 200),
  );
  router.openapi(definitions.listCases, async (context) =>
    context.json(await listCases(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.openCase, async (context) =>
    context.json(await openCase(services, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.readCase, async (context) =>
    context.json(await readCase(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.actOnCase, async (context) => {
    const [{ id }, act] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await actOnCase(services, context.get("actor"), id, act), 200);
  });
  router.openapi(definitions.assignCase, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await assignCase(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.addCaseUnits, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await addUnits(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.addCaseOrders, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await addOrders(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.addCaseFindings, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await addFindings(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.addCaseCheck, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await addCheck(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.addCaseMeasure, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await addMeasure(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.changeCaseMeasure, async (context) => {
    const [which, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await changeMeasure(services, context.get("actor"), which, given), 200);
  });
  router.openapi(definitions.addCasePerson, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await addPerson(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.addCaseSystem, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await addSystem(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.addCasePaper, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await addPaper(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.answerCasePaper, async (context) => {
    const [which, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await answerPaper(services, context.get("actor"), which, given), 200);
  });
  router.openapi(definitions.askCaseApproval, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await askApproval(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.decideCaseApproval, async (context) => {
    const [which, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await decideApproval(services, context.get("actor"), which, given), 200);
  });
  router.openapi(definitions.commentOnCase, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await commentOnCase(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.attachToCase, async (context) => {
    const [{ id }, { name }] = [context.req.valid("param"), context.req.valid("query")];
    const given = { name, body: context.req.raw.body };
    return context.json(await attachToCase(services, desk, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.readAttachment, async (context) =>
    openAttachment(services, desk, context.get("actor"), context.req.valid("param")),
  );
  router.openapi(definitions.listColleagues, async (context) =>
    context.json(await listColleagues(services, context.get("actor")), 200),
  );
  router.openapi(definitions.listMeasures, async (context) =>
    context.json(await listMeasures(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.reportMeasure, async (context) => {
    const [{ id }, given] = [context.req.valid("param"), context.req.valid("json")];
    return context.json(await reportMeasure(services, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.attachToMeasure, async (context) => {
    const [{ id }, { name }] = [context.req.valid("param"), context.req.valid("query")];
    const given = { name, body: context.req.raw.body };
    return context.json(await attachToMeasure(services, desk, context.get("actor"), id, given), 200);
  });
  router.openapi(definitions.readMeasureFile, async (context) =>
    openMeasureFile(services, desk, context.get("actor"), context.req.valid("param")),
  );
}
