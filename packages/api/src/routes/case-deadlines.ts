import { createRoute } from "@hono/zod-openapi";
import { CaseDeadlinesSchema, StageDaysSchema } from "../cases/deadlines";
import { always, failures, json, jsonBody } from "./answers";

const tags = ["cases"];

export const readCaseDeadlines = createRoute({
  method: "get",
  path: "/api/case-deadlines",
  tags,
  summary: "案件各阶段办理期限 / working days that each stage of a case may take",
  responses: { 200: json(CaseDeadlinesSchema, "办理期限 / the deadlines"), ...always },
});

export const changeCaseDeadlines = createRoute({
  method: "put",
  path: "/api/case-deadlines",
  tags,
  summary: "设定案件各阶段办理期限，立即生效 / set them; they hold at once",
  request: { body: jsonBody(StageDaysSchema) },
  responses: { 200: json(CaseDeadlinesSchema, "办理期限 / the deadlines"), ...failures },
});
