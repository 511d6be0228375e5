import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { listSources } from "../services/sources/list";
import { readVolumes } from "../services/sources/volumes";

export const addSources: AddRoutes = (router, services) => {
  router.openapi(definitions.listSources, async (context) =>
    context.json(await listSources(services, context.get("actor")), 200),
  );
  router.openapi(definitions.readVolumes, async (context) =>
    context.json(await readVolumes(services, context.get("actor")), 200),
  );
};
