import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { addKey, endKey, listKeys } from "../services/keys/keys";

export const addKeys: AddRoutes = (router, services) => {
  router.openapi(definitions.listKeys, async (context) =>
    context.json(await listKeys(services, context.get("actor")), 200),
  );
  router.openapi(definitions.addKey, async (context) =>
    context.json(await addKey(services, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.endKey, async (context) =>
    context.json(await endKey(services, context.get("actor"), context.req.valid("param").id), 200),
  );
};
