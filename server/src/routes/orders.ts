import * as definitions from "@tianyan/api/routes";
import type { AddRoutes } from "../http/hono";
import { listOrders } from "../services/orders/list";
import { readOrder } from "../services/orders/read";

export const addOrders: AddRoutes = (router, services) => {
  router.openapi(definitions.listOrders, async (context) =>
    context.json(await listOrders(services, context.get("actor"), context.req.valid("query")), 200),
  );
  router.openapi(definitions.readOrder, async (context) => {
    const { source, order_id: orderId } = context.req.valid("param");
    const order = await readOrder(services, context.get("actor"), { source, orderId }, context.req.valid("query"));
    return context.json(order, 200);
  });
};
