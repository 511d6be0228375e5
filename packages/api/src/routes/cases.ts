import { createRoute, type z } from "@hono/zod-openapi";
import {
  CaseDetailSchema,
  CaseEntryParamsSchema,
  CaseParamsSchema,
  CasesPageSchema,
  ColleaguesSchema,
} from "../cases/case";
import {
  AddFindingsSchema,
  AddOrdersSchema,
  AddUnitsSchema,
  AskApprovalSchema,
  AssignCaseSchema,
  AttachmentQuerySchema,
  CaseActSchema,
  CasesQuerySchema,
  DecideApprovalSchema,
  NewCommentSchema,
  OpenCaseSchema,
} from "../cases/changes";
import { NewCheckSchema, NewPaperSchema, NewPersonSchema, NewSystemSchema, PaperReplySchema } from "../cases/entries";
import {
  ChangeMeasureSchema,
  MeasureItemSchema,
  MeasuresQuerySchema,
  MeasuresSchema,
  NewMeasureSchema,
  ReportMeasureSchema,
} from "../cases/measures";
import { always, conflict, failures, json, jsonBody, missing, tooLarge, unusable } from "./answers";

const tags = ["cases"];
const refusals = { ...failures, ...missing, ...conflict, ...unusable } as const;
const detail = json(CaseDetailSchema, "变更后的案件 / the case afterwards");

/** A change of a case: its answer is the case as it stands afterwards. */
const change = <M extends "post" | "put" | "patch", P extends string, S extends z.ZodType>(
  method: M,
  path: P,
  summary: string,
  body: S,
) =>
  createRoute({
    method,
    path,
    tags,
    summary,
    request: { params: CaseParamsSchema, body: jsonBody(body) },
    responses: { 200: detail, ...refusals },
  });

/** The same to something that the case has. */
const changeEntry = <M extends "post" | "put" | "patch", P extends string, S extends z.ZodType>(
  method: M,
  path: P,
  summary: string,
  body: S,
) =>
  createRoute({
    method,
    path,
    tags,
    summary,
    request: { params: CaseEntryParamsSchema, body: jsonBody(body) },
    responses: { 200: detail, ...refusals },
  });

export const listCases = createRoute({
  method: "get",
  path: "/api/cases",
  tags,
  summary: "督办案件 / supervision cases",
  request: { query: CasesQuerySchema },
  responses: { 200: json(CasesPageSchema, "一页案件 / a page of cases"), ...failures },
});

export const openCase = createRoute({
  method: "post",
  path: "/api/cases",
  tags,
  summary: "开立案件：由预警、工单、核查或手工 / open a case from findings, orders, a check, or by hand",
  request: { body: jsonBody(OpenCaseSchema) },
  responses: { 201: json(CaseDetailSchema, "案件 / the case"), ...failures, ...missing, ...conflict, ...unusable },
});

export const readCase = createRoute({
  method: "get",
  path: "/api/cases/{id}",
  tags,
  summary: "一个案件的全部内容 / everything of a case",
  request: { params: CaseParamsSchema },
  responses: { 200: json(CaseDetailSchema, "案件 / the case"), ...failures, ...missing },
});

export const actOnCase = change(
  "post",
  "/api/cases/{id}/actions",
  "办理：转入下一阶段 / move the case on",
  CaseActSchema,
);
export const assignCase = change(
  "put",
  "/api/cases/{id}/assignee",
  "指派或移交 / assign or hand over",
  AssignCaseSchema,
);
export const addCaseUnits = change("post", "/api/cases/{id}/units", "关联单位 / add units", AddUnitsSchema);
export const addCaseOrders = change("post", "/api/cases/{id}/orders", "关联工单 / add orders", AddOrdersSchema);
export const addCaseFindings = change("post", "/api/cases/{id}/findings", "并入预警 / add findings", AddFindingsSchema);
export const addCaseCheck = change("post", "/api/cases/{id}/checks", "登记核查 / record a check", NewCheckSchema);
export const addCaseMeasure = change(
  "post",
  "/api/cases/{id}/measures",
  "登记整改事项 / ask for a measure",
  NewMeasureSchema,
);
export const changeCaseMeasure = changeEntry(
  "patch",
  "/api/cases/{id}/measures/{entry}",
  "更新整改事项：改写、核验、回头看 / rewrite a measure, check it, look again",
  ChangeMeasureSchema,
);
export const addCasePerson = change(
  "post",
  "/api/cases/{id}/people",
  "登记处理人员 / record who was dealt with",
  NewPersonSchema,
);
export const addCaseSystem = change(
  "post",
  "/api/cases/{id}/systems",
  "登记完善制度 / record a system improved",
  NewSystemSchema,
);
export const addCasePaper = change(
  "post",
  "/api/cases/{id}/papers",
  "登记发出文书 / record a paper sent",
  NewPaperSchema,
);
export const answerCasePaper = changeEntry(
  "put",
  "/api/cases/{id}/papers/{entry}/reply",
  "登记文书回复 / record the reply to a paper",
  PaperReplySchema,
);
export const askCaseApproval = change(
  "post",
  "/api/cases/{id}/approvals",
  "提请审批 / ask a leader to approve",
  AskApprovalSchema,
);
export const decideCaseApproval = changeEntry(
  "put",
  "/api/cases/{id}/approvals/{entry}",
  "审批 / approve or deny",
  DecideApprovalSchema,
);
export const commentOnCase = change(
  "post",
  "/api/cases/{id}/comments",
  "备注，可提醒同事 / comment, with mentions",
  NewCommentSchema,
);

/** A file as it is sent and as it is answered: bytes. */
const bytes = { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } };
const sentFile = {
  params: CaseParamsSchema,
  query: AttachmentQuerySchema,
  body: { required: true, content: bytes },
};
const givenFile = { 200: { description: "文件 / the file", content: bytes }, ...failures, ...missing };

export const attachToCase = createRoute({
  method: "post",
  path: "/api/cases/{id}/attachments",
  tags,
  summary: "上传附件，20 MB 以内 / attach a file of at most 20 MB",
  request: sentFile,
  responses: { 200: detail, ...refusals, ...tooLarge },
});

export const readAttachment = createRoute({
  method: "get",
  path: "/api/cases/{id}/attachments/{entry}",
  tags,
  summary: "下载附件 / download an attachment",
  request: { params: CaseEntryParamsSchema },
  responses: givenFile,
});

export const listColleagues = createRoute({
  method: "get",
  path: "/api/colleagues",
  tags,
  summary: "可指派、可提醒的同事 / who can be given a case, or mentioned",
  responses: { 200: json(ColleaguesSchema, "同事 / colleagues"), ...always },
});

export const listMeasures = createRoute({
  method: "get",
  path: "/api/measures",
  tags,
  summary: "整改台账；承办单位只见本单位的 / the rectification ledger; a unit's contact sees the unit's own",
  request: { query: MeasuresQuerySchema },
  responses: { 200: json(MeasuresSchema, "整改事项 / measures"), ...failures },
});

export const reportMeasure = createRoute({
  method: "post",
  path: "/api/measures/{id}/reports",
  tags,
  summary: "承办单位反馈整改情况 / a unit reports what it did",
  request: { params: CaseParamsSchema, body: jsonBody(ReportMeasureSchema) },
  responses: { 200: json(MeasureItemSchema, "整改事项 / the measure"), ...refusals },
});

export const attachToMeasure = createRoute({
  method: "post",
  path: "/api/measures/{id}/attachments",
  tags,
  summary: "承办单位上传整改佐证材料，20 MB 以内 / a unit sends evidence of a measure, at most 20 MB",
  request: sentFile,
  responses: { 200: json(MeasureItemSchema, "整改事项 / the measure"), ...refusals, ...tooLarge },
});

export const readMeasureFile = createRoute({
  method: "get",
  path: "/api/measures/{id}/attachments/{entry}",
  tags,
  summary: "下载整改佐证材料 / download evidence of a measure",
  request: { params: CaseEntryParamsSchema },
  responses: givenFile,
});
