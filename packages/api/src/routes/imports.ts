import { createRoute, z } from "@hono/zod-openapi";
import {
  ImportParamsSchema,
  ImportSchema,
  ImportsPageSchema,
  ImportsQuerySchema,
  RejectsPageSchema,
  RejectsQuerySchema,
  RejectsWorkbookQuerySchema,
  StartImportSchema,
} from "../imports/imports";
import { ProfileParamsSchema, SavedProfileSchema, SavedProfilesSchema, SaveProfileSchema } from "../imports/profile";
import {
  RecogniseSchema,
  RecognisingAnswerSchema,
  RecognisingParamsSchema,
  RecognitionSchema,
} from "../imports/recognition";
import { UploadQuerySchema, UploadSchema } from "../imports/upload";
import { IngestedRowSchema, IngestHeadersSchema, IngestQuerySchema } from "../ingest/ingest";
import { conflict, failure, failures, json, jsonBody, missing, tooLarge, unusable } from "./answers";

const file = () => z.string().openapi({ type: "string", format: "binary" });

/** A plain string to the types: they would take it for JSON. */
const NDJSON: string = "application/x-ndjson";

export const upload = createRoute({
  method: "post",
  path: "/api/uploads",
  tags: ["imports"],
  summary: "上传一个文件，正文即文件 / upload a file: the body is the file itself",
  request: {
    query: UploadQuerySchema,
    body: { required: true, content: { "application/octet-stream": { schema: file() } } },
  },
  responses: { 201: json(UploadSchema, "已上传 / uploaded"), ...failures, ...tooLarge },
});

export const recogniseUploads = createRoute({
  method: "post",
  path: "/api/imports/recognise",
  tags: ["imports"],
  summary: "识别上传的文件，不写入 / what the files are; writes nothing",
  request: { body: jsonBody(RecogniseSchema) },
  responses: { 200: json(RecognitionSchema, "识别结果 / what was recognised"), ...failures, ...missing, ...unusable },
});

export const readRecognising = createRoute({
  method: "get",
  path: "/api/imports/recognise/{watch}",
  tags: ["imports"],
  summary: "识别的进度 / how far a recognition is",
  request: { params: RecognisingParamsSchema },
  responses: { 200: json(RecognisingAnswerSchema, "进度 / how far it is"), ...failures },
});

export const startImport = createRoute({
  method: "post",
  path: "/api/imports",
  tags: ["imports"],
  summary: "导入上传的文件 / import uploaded files",
  request: { body: jsonBody(StartImportSchema) },
  responses: { 202: json(ImportSchema, "已受理 / taken up"), ...failures, ...missing, ...unusable },
});

export const listImports = createRoute({
  method: "get",
  path: "/api/imports",
  tags: ["imports"],
  summary: "导入记录，新的在前 / imports, newest first",
  request: { query: ImportsQuerySchema },
  responses: { 200: json(ImportsPageSchema, "一页导入记录 / a page of imports"), ...failures },
});

export const readImport = createRoute({
  method: "get",
  path: "/api/imports/{id}",
  tags: ["imports"],
  summary: "一次导入的进度或结果 / progress or result of an import",
  request: { params: ImportParamsSchema },
  responses: { 200: json(ImportSchema, "导入 / the import"), ...failures, ...missing },
});

export const cancelImport = createRoute({
  method: "post",
  path: "/api/imports/{id}/cancel",
  tags: ["imports"],
  summary: "取消导入，不留任何数据 / cancel: nothing of it remains",
  request: { params: ImportParamsSchema },
  responses: { 200: json(ImportSchema, "导入 / the import"), ...failures, ...missing, ...conflict },
});

export const undoImport = createRoute({
  method: "post",
  path: "/api/imports/{id}/undo",
  tags: ["imports"],
  summary: "撤销整批导入，如同从未导入 / take a whole batch back, as if it had never been loaded",
  request: { params: ImportParamsSchema },
  responses: { 202: json(ImportSchema, "正在撤销 / being undone"), ...failures, ...missing, ...conflict },
});

export const listRejects = createRoute({
  method: "get",
  path: "/api/imports/{id}/rejects",
  tags: ["imports"],
  summary: "拒收的行及原因 / rejected rows with their reasons",
  request: { params: ImportParamsSchema, query: RejectsQuerySchema },
  responses: { 200: json(RejectsPageSchema, "一页拒收行 / a page of rejects"), ...failures, ...missing },
});

export const rejectsWorkbook = createRoute({
  method: "get",
  path: "/api/imports/{id}/rejects.xlsx",
  tags: ["imports"],
  summary: "拒收行工作簿，改正后可再导入 / a workbook of the rejects to mend and load again",
  request: { params: ImportParamsSchema, query: RejectsWorkbookQuerySchema },
  responses: {
    200: {
      description: "工作簿 / the workbook",
      content: { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { schema: file() } },
    },
    ...failures,
    ...missing,
    ...conflict,
  },
});

export const listProfiles = createRoute({
  method: "get",
  path: "/api/profiles",
  tags: ["imports"],
  summary: "已存的数据来源配置 / saved profiles",
  responses: { 200: json(SavedProfilesSchema, "配置 / profiles"), ...failures },
});

export const readProfile = createRoute({
  method: "get",
  path: "/api/profiles/{source}",
  tags: ["imports"],
  summary: "一个来源的已存配置 / the saved profile of a source",
  request: { params: ProfileParamsSchema },
  responses: { 200: json(SavedProfileSchema, "配置 / the profile"), ...failures, ...missing },
});

export const saveProfile = createRoute({
  method: "put",
  path: "/api/profiles/{source}",
  tags: ["imports"],
  summary: "保存一个来源的配置 / save the profile of a source",
  request: { params: ProfileParamsSchema, body: jsonBody(SaveProfileSchema) },
  responses: { 200: json(SavedProfileSchema, "配置 / the profile"), ...failures, ...unusable },
});

export const removeProfile = createRoute({
  method: "delete",
  path: "/api/profiles/{source}",
  tags: ["imports"],
  summary: "删除已存配置，已导入的数据不变 / remove a saved profile; what was loaded stays",
  request: { params: ProfileParamsSchema },
  responses: { 204: { description: "已删除 / removed" }, ...failures, ...missing },
});

export const ingest = createRoute({
  method: "post",
  path: "/api/ingest",
  tags: ["imports"],
  summary: "接口接入：NDJSON 逐行写入、逐行应答 / NDJSON of events and orders, answered row by row",
  request: {
    query: IngestQuerySchema,
    headers: IngestHeadersSchema,
    body: { required: true, content: { "application/x-ndjson": { schema: z.string() } } },
  },
  responses: {
    200: {
      description: "每行一条应答 / a line for each row",
      content: { [NDJSON]: { schema: IngestedRowSchema } },
    },
    ...failures,
    ...missing,
    ...conflict,
    ...tooLarge,
    ...unusable,
    429: failure("请求过多，稍后重发 / too many wait"),
  },
});
