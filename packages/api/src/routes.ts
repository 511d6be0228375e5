import { createRoute } from "@hono/zod-openapi";
import { FindingFacetsSchema } from "./findings/facets";
import { FindingsPageSchema } from "./findings/finding";
import { FindingFilterSchema, FindingsQuerySchema } from "./findings/query";
import { HealthSchema, MetaSchema, ReadySchema } from "./meta/meta";
import { OrdersPageSchema, OrdersQuerySchema } from "./orders/list";
import { OrderDetailSchema, OrderParamsSchema, OrderQuerySchema } from "./orders/order";
import { OverviewQuerySchema, OverviewSchema } from "./overview/overview";
import { always, failure, failures, json } from "./routes/answers";
import { RulesSchema } from "./rules/rules";
import { SourcesSchema, VolumesSchema } from "./sources/sources";
import { UnitsQuerySchema, UnitsSchema } from "./units/units";

export * from "./routes/accounts";
export * from "./routes/audit";
export * from "./routes/case-deadlines";
export * from "./routes/cases";
export * from "./routes/follow";
export * from "./routes/imports";
export * from "./routes/keys";
export * from "./routes/papers";
export * from "./routes/personal";
export * from "./routes/queries";
export * from "./routes/registry";
export * from "./routes/sessions";
export * from "./routes/sign-on";
export * from "./routes/triage";

export const listFindings = createRoute({
  method: "get",
  path: "/api/findings",
  tags: ["findings"],
  summary: "监督清单：某一时刻的预警 / the watchlist, or all findings, at T",
  request: { query: FindingsQuerySchema },
  responses: { 200: json(FindingsPageSchema, "一页预警 / a page of findings"), ...failures },
});

export const countFindings = createRoute({
  method: "get",
  path: "/api/findings/facets",
  tags: ["findings"],
  summary: "按等级、规则、单位等分面计数 / counts by facet under the same filters",
  request: { query: FindingFilterSchema },
  responses: { 200: json(FindingFacetsSchema, "分面计数 / counts by facet"), ...failures },
});

export const listOrders = createRoute({
  method: "get",
  path: "/api/orders",
  tags: ["orders"],
  summary: "工单列表 / orders",
  request: { query: OrdersQuerySchema },
  responses: { 200: json(OrdersPageSchema, "一页工单 / a page of orders"), ...failures },
});

export const readOrder = createRoute({
  method: "get",
  path: "/api/orders/{source}/{order_id}",
  tags: ["orders"],
  summary: "一张工单的全部流转与研判依据 / one order: all events, and what it is judged by",
  request: { params: OrderParamsSchema, query: OrderQuerySchema },
  responses: {
    200: json(OrderDetailSchema, "工单 / the order"),
    ...failures,
    404: failure("无此工单 / no such order"),
  },
});

export const listUnits = createRoute({
  method: "get",
  path: "/api/units",
  tags: ["units"],
  summary: "承办单位及其预警数、办件量 / units with their findings and volume",
  request: { query: UnitsQuerySchema },
  responses: { 200: json(UnitsSchema, "单位 / units"), ...failures },
});

export const readOverview = createRoute({
  method: "get",
  path: "/api/overview",
  tags: ["overview"],
  summary: "总览：一段时间的预警、单位、退单与乡镇 / findings, units, returns and districts of a period",
  request: { query: OverviewQuerySchema },
  responses: { 200: json(OverviewSchema, "总览 / the overview"), ...failures },
});

export const listRules = createRoute({
  method: "get",
  path: "/api/rules",
  tags: ["rules"],
  summary: "规则、参数与各来源可否研判 / rules, parameters in force, what each source can be measured by",
  responses: { 200: json(RulesSchema, "规则 / rules"), ...always },
});

export const listSources = createRoute({
  method: "get",
  path: "/api/sources",
  tags: ["sources"],
  summary: "数据来源 / sources",
  responses: { 200: json(SourcesSchema, "来源 / sources"), ...always },
});

export const readVolumes = createRoute({
  method: "get",
  path: "/api/sources/volumes",
  tags: ["sources"],
  summary: "各来源每月受理量 / orders accepted a month, by source",
  responses: { 200: json(VolumesSchema, "每月受理量 / monthly volumes"), ...always },
});

export const readMeta = createRoute({
  method: "get",
  path: "/api/meta",
  tags: ["meta"],
  summary: "版本、当前时间与当前用户 / version, now, who acts",
  responses: { 200: json(MetaSchema, "概况 / about"), ...always },
});

export const health = createRoute({
  method: "get",
  path: "/health",
  tags: ["meta"],
  summary: "进程存活 / the process is alive",
  responses: { 200: json(HealthSchema, "存活 / alive") },
});

export const ready = createRoute({
  method: "get",
  path: "/ready",
  tags: ["meta"],
  summary: "可以服务：数据库可用且版本一致 / ready: the database answers and has our version",
  responses: { 200: json(ReadySchema, "就绪 / ready"), 503: failure("未就绪 / not ready") },
});
