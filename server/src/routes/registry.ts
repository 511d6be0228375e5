import type { Change } from "@tianyan/api";
import * as definitions from "@tianyan/api/routes";
import type { Context } from "hono";
import type { RequestContext, Router } from "../http/hono";
import type { Desk } from "../services/desk";
import {
  cancelChange,
  changeRegistry,
  listChanges,
  type RegistryChange,
  readChange,
} from "../services/registry/change";
import { addRows, removeRows, replaceRows } from "../services/registry/competence";
import { removeHoliday, replaceHolidays, setHoliday } from "../services/registry/holidays";
import { listCategories, listCompetence, listHolidays, listRegisteredUnits } from "../services/registry/read";
import {
  exportCompetence,
  exportHolidays,
  exportUnits,
  readCompetenceTable,
  readHolidaysTable,
  readUnitsTable,
} from "../services/registry/tables";
import {
  addUnit,
  changeUnit,
  confirmUnit,
  importUnits,
  mergeUnit,
  removeUnit,
  unmergeUnit,
} from "../services/registry/units";
import type { Services } from "../services/services";

const csv = (name: string, text: string): Response =>
  new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
    },
  });

export function addRegistry(router: Router, services: Services, desk: Desk): void {
  const change = async (
    context: Context<RequestContext>,
    said: Omit<RegistryChange, "preview">,
    { preview }: { readonly preview: boolean },
  ) => {
    const told: Change = await changeRegistry(services, desk, context.get("actor"), { ...said, preview });
    const running = told.state === "waiting" || told.state === "running";
    return running ? context.json(told, 202) : context.json(told, 200);
  };

  router.openapi(definitions.exportUnits, async (context) =>
    csv("units", await exportUnits(services, context.get("actor"))),
  );
  router.openapi(definitions.importUnits, async (context) => {
    const rows = await readUnitsTable(services, context.get("actor"), await context.req.text());
    return change(context, importUnits(rows), context.req.valid("query"));
  });
  router.openapi(definitions.listRegisteredUnits, async (context) =>
    context.json(await listRegisteredUnits(services, context.get("actor")), 200),
  );
  router.openapi(definitions.addUnit, (context) =>
    change(context, addUnit(context.req.valid("json")), context.req.valid("query")),
  );
  router.openapi(definitions.changeUnit, (context) => {
    const { code } = context.req.valid("param");
    return change(context, changeUnit(code, context.req.valid("json")), context.req.valid("query"));
  });
  router.openapi(definitions.removeUnit, (context) =>
    change(context, removeUnit(context.req.valid("param").code), context.req.valid("query")),
  );
  router.openapi(definitions.confirmUnit, (context) => {
    const { code } = context.req.valid("param");
    return change(context, confirmUnit(code, context.req.valid("json")), context.req.valid("query"));
  });
  router.openapi(definitions.mergeUnit, (context) => {
    const said = mergeUnit(context.req.valid("param").code, context.req.valid("json"), context.get("actor").name);
    return change(context, said, context.req.valid("query"));
  });
  router.openapi(definitions.unmergeUnit, (context) =>
    change(context, unmergeUnit(context.req.valid("param").code), context.req.valid("query")),
  );

  router.openapi(definitions.exportCompetence, async (context) =>
    csv("competence", await exportCompetence(services, context.get("actor"))),
  );
  router.openapi(definitions.importCompetence, async (context) => {
    const rows = await readCompetenceTable(services, context.get("actor"), await context.req.text());
    return change(context, replaceRows(rows), context.req.valid("query"));
  });
  router.openapi(definitions.listCompetence, async (context) =>
    context.json(await listCompetence(services, context.get("actor")), 200),
  );
  router.openapi(definitions.addCompetence, (context) =>
    change(context, addRows(context.req.valid("json").rows), context.req.valid("query")),
  );
  router.openapi(definitions.removeCompetence, (context) =>
    change(context, removeRows(context.req.valid("json").rows), context.req.valid("query")),
  );
  router.openapi(definitions.listCategories, async (context) =>
    context.json(await listCategories(services, context.get("actor")), 200),
  );

  router.openapi(definitions.exportHolidays, async (context) =>
    csv("holidays", await exportHolidays(services, context.get("actor"))),
  );
  router.openapi(definitions.importHolidays, async (context) => {
    const rows = readHolidaysTable(context.get("actor"), await context.req.text());
    return change(context, replaceHolidays(rows, context.get("actor").name), context.req.valid("query"));
  });
  router.openapi(definitions.listHolidays, async (context) =>
    context.json(await listHolidays(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.setHoliday, (context) => {
    const { date } = context.req.valid("param");
    const said = setHoliday(date, context.req.valid("json"), context.get("actor").name);
    return change(context, said, context.req.valid("query"));
  });
  router.openapi(definitions.removeHoliday, (context) =>
    change(context, removeHoliday(context.req.valid("param").date), context.req.valid("query")),
  );

  router.openapi(definitions.listChanges, async (context) =>
    context.json(await listChanges(services, desk, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.readChange, async (context) =>
    context.json(await readChange(services, desk, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.cancelChange, async (context) =>
    context.json(await cancelChange(services, desk, context.get("actor"), context.req.valid("param").id), 200),
  );
}
