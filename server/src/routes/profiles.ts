import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { listProfiles, readProfile, removeProfile, saveProfile } from "../services/profiles/saved";

export const addProfiles: AddRoutes = (router, services) => {
  router.openapi(definitions.listProfiles, async (context) =>
    context.json(await listProfiles(services, context.get("actor")), 200),
  );
  router.openapi(definitions.readProfile, async (context) =>
    context.json(await readProfile(services, context.get("actor"), context.req.valid("param").source), 200),
  );
  router.openapi(definitions.saveProfile, async (context) => {
    const { source } = context.req.valid("param");
    return context.json(await saveProfile(services, context.get("actor"), source, context.req.valid("json")), 200);
  });
  router.openapi(definitions.removeProfile, async (context) => {
    await removeProfile(services, context.get("actor"), context.req.valid("param").source);
    return context.body(null, 204);
  });
};
