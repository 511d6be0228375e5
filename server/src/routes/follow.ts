import * as definitions from "@tianyan/api/routes";
import type { Router } from "../http/hono";
import type { Desk } from "../services/desk";
import { readFeedPage } from "../services/follow/feed";
import { addFollower, endFollower, listFollowers } from "../services/follow/followers";
import type { Services } from "../services/services";
import { listDeliveries, sendAgain } from "../services/webhooks/deliveries";
import { addWebhook, changeWebhook, endWebhook, listWebhooks } from "../services/webhooks/webhooks";

export function addFollow(router: Router, services: Services, desk: Desk): void {
  router.openapi(definitions.readFeed, async (context) =>
    context.json(await readFeedPage(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.listFollowers, async (context) =>
    context.json(await listFollowers(services, context.get("actor")), 200),
  );
  router.openapi(definitions.addFollower, async (context) =>
    context.json(await addFollower(services, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.endFollower, async (context) =>
    context.json(await endFollower(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.listWebhooks, async (context) =>
    context.json(await listWebhooks(services, desk, context.get("actor")), 200),
  );
  router.openapi(definitions.addWebhook, async (context) =>
    context.json(await addWebhook(services, desk, context.get("actor"), context.req.valid("json")), 201),
  );
  router.openapi(definitions.listDeliveries, async (context) =>
    context.json(await listDeliveries(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.sendAgain, async (context) =>
    context.json(await sendAgain(services, context.get("actor"), context.req.valid("param").id), 200),
  );
  router.openapi(definitions.changeWebhook, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await changeWebhook(services, desk, context.get("actor"), id, context.req.valid("json")), 200);
  });
  router.openapi(definitions.endWebhook, async (context) =>
    context.json(await endWebhook(services, context.get("actor"), context.req.valid("param").id), 200),
  );
}
