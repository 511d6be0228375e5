import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { searchByCaller } from "../services/personal/search";
import { unmaskCaller } from "../services/personal/unmask";

export const addPersonal: AddRoutes = (router, services) => {
  router.openapi(definitions.unmaskCaller, async (context) => {
    const { source, order_id: orderId } = context.req.valid("param");
    const given = context.req.valid("json");
    return context.json(await unmaskCaller(services, context.get("actor"), { source, orderId }, given), 200);
  });
  router.openapi(definitions.searchByCaller, async (context) =>
    context.json(await searchByCaller(services, context.get("actor"), context.req.valid("json")), 200),
  );
};
