import { createRoute, z } from "@hono/zod-openapi";
import {
  ChangeTemplateSchema,
  DraftPaperSchema,
  PaperActSchema,
  PaperFormSchema,
  PapersExportSchema,
  PapersQuerySchema,
  PaperTemplateParamsSchema,
  PaperTemplatesSchema,
  ReaddressPaperSchema,
  ReceiptActSchema,
  RewritePaperSchema,
} from "../papers/changes";
import { PaperDetailSchema, PaperEntryParamsSchema, PaperParamsSchema, PapersPageSchema } from "../papers/paper";
import { always, conflict, failures, json, jsonBody, missing, unusable } from "./answers";

const tags = ["papers"];
const refusals = { ...failures, ...missing, ...conflict, ...unusable } as const;
const detail = json(PaperDetailSchema, "变更后的文书 / the paper afterwards");

export const listPapers = createRoute({
  method: "get",
  path: "/api/papers",
  tags,
  summary:
    "文书登记簿；承办单位只见送达本单位的 / the register of papers; a unit's contact sees those served to the unit",
  request: { query: PapersQuerySchema },
  responses: { 200: json(PapersPageSchema, "一页文书 / a page of papers"), ...failures },
});

export const exportPapers = createRoute({
  method: "get",
  path: "/api/papers.csv",
  tags,
  summary: "导出文书登记簿，每个主送单位一行 / the register, a line for every unit that a paper goes to",
  request: { query: PapersExportSchema },
  responses: {
    200: { description: "登记簿 / the register", content: { "text/csv": { schema: z.string() } } },
    ...failures,
  },
});

export const draftPaper = createRoute({
  method: "post",
  path: "/api/papers",
  tags,
  summary: "由案件起草文书，事实自动填入 / draft a paper from a case, its facts filled in",
  request: { body: jsonBody(DraftPaperSchema) },
  responses: { 201: json(PaperDetailSchema, "文书 / the paper"), ...refusals },
});

export const readPaper = createRoute({
  method: "get",
  path: "/api/papers/{id}",
  tags,
  summary: "一份文书的全部内容 / everything of a paper",
  request: { params: PaperParamsSchema },
  responses: { 200: json(PaperDetailSchema, "文书 / the paper"), ...failures, ...missing },
});

export const rewritePaper = createRoute({
  method: "put",
  path: "/api/papers/{id}/text",
  tags,
  summary: "修改文稿，每次修改留存 / change the text; every hand is kept",
  request: { params: PaperParamsSchema, body: jsonBody(RewritePaperSchema) },
  responses: { 200: detail, ...refusals },
});

export const readdressPaper = createRoute({
  method: "put",
  path: "/api/papers/{id}/recipients",
  tags,
  summary: "调整主送单位与回复时限 / change recipients and time to reply",
  request: { params: PaperParamsSchema, body: jsonBody(ReaddressPaperSchema) },
  responses: { 200: detail, ...refusals },
});

export const actOnPaper = createRoute({
  method: "post",
  path: "/api/papers/{id}/actions",
  tags,
  summary: "送签、签批、印发、撤回、作废 / submit, sign off, issue, withdraw, drop",
  request: { params: PaperParamsSchema, body: jsonBody(PaperActSchema) },
  responses: { 200: detail, ...refusals },
});

export const actOnReceipt = createRoute({
  method: "post",
  path: "/api/papers/{id}/receipts/{entry}",
  tags,
  summary: "签收、回复、退回重报、催办 / acknowledge, reply, return the reply, remind",
  request: { params: PaperEntryParamsSchema, body: jsonBody(ReceiptActSchema) },
  responses: { 200: detail, ...refusals },
});

export const openPaper = createRoute({
  method: "get",
  path: "/api/papers/{id}/document",
  tags,
  summary:
    "文书本身：Word（可带修订痕迹）、PDF、打印样式或纯文本 / the document: Word, with its revisions if asked, PDF, print view or plain text",
  request: { params: PaperParamsSchema, query: PaperFormSchema },
  responses: {
    200: {
      description: "文件 / the file",
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    },
    ...failures,
    ...missing,
    ...conflict,
  },
});

export const listPaperTemplates = createRoute({
  method: "get",
  path: "/api/papers/templates",
  tags,
  summary: "文书模板 / wordings of papers",
  responses: { 200: json(PaperTemplatesSchema, "各类文书的模板 / one of each kind"), ...always },
});

export const changePaperTemplate = createRoute({
  method: "put",
  path: "/api/papers/templates/{kind}",
  tags,
  summary: "修改模板，生成新版本 / change a wording, as a new version",
  request: { params: PaperTemplateParamsSchema, body: jsonBody(ChangeTemplateSchema) },
  responses: {
    200: json(PaperTemplatesSchema, "各类文书的模板 / one of each kind"),
    ...failures,
    ...conflict,
    ...unusable,
  },
});
