import { createRoute } from "@hono/zod-openapi";
import { OrderParamsSchema } from "../orders/order";
import { OrdersOfCallerSchema, SearchByCallerSchema, UnmaskedCallerSchema, UnmaskSchema } from "../personal/personal";
import { failure, failures, json, jsonBody, missing } from "./answers";

const forbidden = { 403: failure("无权或须再次验证 / not allowed, or the second factor is asked for again") } as const;

export const unmaskCaller = createRoute({
  method: "post",
  path: "/api/orders/{source}/{order_id}/unmask",
  tags: ["personal"],
  summary: "查看一张工单的来电人信息，须说明理由并留痕 / see the caller of one order: with a reason, and audited",
  request: { params: OrderParamsSchema, body: jsonBody(UnmaskSchema) },
  responses: {
    200: json(UnmaskedCallerSchema, "所查看的内容 / what was asked for"),
    ...failures,
    ...forbidden,
    ...missing,
  },
});

export const searchByCaller = createRoute({
  method: "post",
  path: "/api/orders/search-by-caller",
  tags: ["personal"],
  summary: "按来电号码或身份证号检索工单，留痕 / orders of one phone or identity number; audited",
  request: { body: jsonBody(SearchByCallerSchema) },
  responses: { 200: json(OrdersOfCallerSchema, "工单 / orders"), ...failures, ...forbidden },
});
