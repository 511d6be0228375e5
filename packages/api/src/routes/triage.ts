import { createRoute } from "@hono/zod-openapi";
import { OrderParamsSchema } from "../orders/order";
import {
  ActParamsSchema,
  DecidedSchema,
  DecideSchema,
  DecisionsQuerySchema,
  DecisionsSchema,
} from "../triage/decision";
import {
  AnswerExplanationSchema,
  ExplainSchema,
  ExplanationParamsSchema,
  ExplanationSchema,
  ExplanationsQuerySchema,
  ExplanationsSchema,
  RetractExplanationSchema,
} from "../triage/explanation";
import {
  SavedViewFieldsSchema,
  SavedViewParamsSchema,
  SavedViewSchema,
  SavedViewsSchema,
  VisitSchema,
} from "../triage/view";
import { always, conflict, failures, json, jsonBody, missing, unusable } from "./answers";

const tags = ["triage"];
const decided = json(DecidedSchema, "处理结果 / where the findings stand now");
const explanation = json(ExplanationSchema, "说明或申诉 / the explanation");
const view = json(SavedViewSchema, "视图 / the view");

export const decideFindings = createRoute({
  method: "post",
  path: "/api/findings/decisions",
  tags,
  summary: "处理一批预警，可整批撤回 / decide about findings, as one act",
  request: { body: jsonBody(DecideSchema) },
  responses: { 200: decided, ...failures, ...missing, ...conflict, ...unusable },
});

export const undoDecisions = createRoute({
  method: "delete",
  path: "/api/findings/decisions/{act}",
  tags,
  summary: "撤回一次处理，整批恢复 / take an act back, whole",
  request: { params: ActParamsSchema },
  responses: { 200: decided, ...failures, ...missing, ...conflict },
});

export const listDecisions = createRoute({
  method: "get",
  path: "/api/findings/{source}/{order_id}/decisions",
  tags,
  summary: "一张工单预警的处理记录 / what was decided about the findings of an order",
  request: { params: OrderParamsSchema, query: DecisionsQuerySchema },
  responses: { 200: json(DecisionsSchema, "处理记录 / decisions"), ...failures, ...missing },
});

export const listExplanations = createRoute({
  method: "get",
  path: "/api/explanations",
  tags,
  summary: "单位的说明与申诉 / explanations and appeals of units",
  request: { query: ExplanationsQuerySchema },
  responses: { 200: json(ExplanationsSchema, "说明与申诉 / explanations"), ...failures },
});

export const explainFinding = createRoute({
  method: "post",
  path: "/api/explanations",
  tags,
  summary: "对本单位的预警作出说明或申诉 / explain, or appeal against, a finding about the own unit",
  request: { body: jsonBody(ExplainSchema) },
  responses: { 201: explanation, ...failures, ...missing, ...conflict },
});

export const answerExplanation = createRoute({
  method: "post",
  path: "/api/explanations/{id}/answer",
  tags,
  summary: "采纳（预警豁免）或不采纳 / accept, which exempts the finding, or refuse",
  request: { params: ExplanationParamsSchema, body: jsonBody(AnswerExplanationSchema) },
  responses: { 200: explanation, ...failures, ...missing, ...conflict },
});

export const retractExplanation = createRoute({
  method: "post",
  path: "/api/explanations/{id}/retraction",
  tags,
  summary: "撤回采纳，预警恢复原状 / take back that it was accepted: the finding stands as before",
  request: { params: ExplanationParamsSchema, body: jsonBody(RetractExplanationSchema) },
  responses: { 200: explanation, ...failures, ...missing, ...conflict },
});

export const listViews = createRoute({
  method: "get",
  path: "/api/views",
  tags,
  summary: "我的与共享的视图 / saved views: own and shared",
  responses: { 200: json(SavedViewsSchema, "视图 / views"), ...always },
});

export const addView = createRoute({
  method: "post",
  path: "/api/views",
  tags,
  summary: "保存视图 / save a view",
  request: { body: jsonBody(SavedViewFieldsSchema) },
  responses: { 201: view, ...failures, ...conflict },
});

export const changeView = createRoute({
  method: "put",
  path: "/api/views/{id}",
  tags,
  summary: "更改自己的视图 / change an own view",
  request: { params: SavedViewParamsSchema, body: jsonBody(SavedViewFieldsSchema) },
  responses: { 200: view, ...failures, ...missing, ...conflict },
});

export const removeView = createRoute({
  method: "delete",
  path: "/api/views/{id}",
  tags,
  summary: "删除自己的视图 / remove an own view",
  request: { params: SavedViewParamsSchema },
  responses: { 204: { description: "已删除 / removed" }, ...failures, ...missing },
});

export const visitWatchlist = createRoute({
  method: "post",
  path: "/api/visits",
  tags,
  summary: "打开监督清单：上次查看的时间 / the watchlist is opened: when it was looked at before",
  responses: { 200: json(VisitSchema, "上次查看 / the visit before"), ...always },
});
