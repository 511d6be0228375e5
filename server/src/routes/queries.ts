import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { listDigests, readOwnDigest, seeOwnDigest } from "../services/digests/read";
import { changeDigestSetting, readDigestSetting } from "../services/digests/setting";
import { listWatchMatches } from "../services/queries/watch-matches";
import {
  addWatchRule,
  changeWatchRule,
  listWatchRules,
  lookAtWatchMatches,
  removeWatchRule,
} from "../services/queries/watch-rules";

/** What one person watches for, and is told of each day. */
export const addQueries: AddRoutes = (router, services) => {
  router.openapi(definitions.listWatchRules, async (context) =>
    context.json(await listWatchRules(services, context.get("actor")), 200),
  );
  router.openapi(definitions.addWatchRule, async (context) =>
    context.json(await addWatchRule(services, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.changeWatchRule, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await changeWatchRule(services, context.get("actor"), id, context.req.valid("json")), 200);
  });
  router.openapi(definitions.removeWatchRule, async (context) => {
    await removeWatchRule(services, context.get("actor"), context.req.valid("param").id);
    return context.body(null, 204);
  });
  router.openapi(definitions.listWatchMatches, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await listWatchMatches(services, context.get("actor"), id, context.req.valid("query")), 200);
  });
  router.openapi(definitions.lookAtWatchMatches, async (context) =>
    context.json(await lookAtWatchMatches(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.listDigests, async (context) =>
    context.json(await listDigests(services, context.get("actor")), 200),
  );
  router.openapi(definitions.readDigestSetting, async (context) =>
    context.json(await readDigestSetting(services, context.get("actor")), 200),
  );
  router.openapi(definitions.changeDigestSetting, async (context) =>
    context.json(await changeDigestSetting(services, context.get("actor"), context.req.valid("json")), 200),
  );
  router.openapi(definitions.readDigest, async (context) =>
    context.json(await readOwnDigest(services, context.get("actor"), context.req.valid("param").date), 200),
  );
  router.openapi(definitions.seeDigest, async (context) =>
    context.json(await seeOwnDigest(services, context.get("actor"), context.req.valid("param").date), 200),
  );
};
