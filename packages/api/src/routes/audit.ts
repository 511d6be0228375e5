import { createRoute, z } from "@hono/zod-openapi";
import {
  AuditCodeQuerySchema,
  AuditHeadSchema,
  AuditPageSchema,
  AuditQuerySchema,
  ExportedHeadsSchema,
  VerificationSchema,
} from "../audit/audit";
import { always, failures, json, missing } from "./answers";

const tags = ["audit"];
const SVG: string = "image/svg+xml";

export const listAudit = createRoute({
  method: "get",
  path: "/api/audit",
  tags,
  summary: "审计记录，新的在前 / the audit trail, newest first",
  request: { query: AuditQuerySchema },
  responses: { 200: json(AuditPageSchema, "一页审计记录 / a page of entries"), ...failures },
});

export const readAuditHead = createRoute({
  method: "get",
  path: "/api/audit/head",
  tags,
  summary: "审计链当前的校验值与归档文件 / the head of the chain, and archived files",
  responses: { 200: json(AuditHeadSchema, "链首 / the head"), ...always },
});

export const listAuditHeads = createRoute({
  method: "get",
  path: "/api/audit/heads",
  tags,
  summary: "每日导出的校验值，是否仍相符 / heads exported day by day, and whether they still hold",
  responses: { 200: json(ExportedHeadsSchema, "校验值 / heads"), ...always },
});

export const auditCode = createRoute({
  method: "get",
  path: "/api/audit/head.svg",
  tags,
  summary: "校验值二维码，供打印留存 / the head as a QR code, to print",
  request: { query: AuditCodeQuerySchema },
  responses: {
    200: { description: "二维码 / the code", content: { [SVG]: { schema: z.string() } } },
    ...failures,
    ...missing,
  },
});

export const verifyAudit = createRoute({
  method: "post",
  path: "/api/audit/verify",
  tags,
  summary: "校验整条审计链 / verify the whole chain",
  responses: { 202: json(VerificationSchema, "校验 / the verification"), ...always },
});

export const readVerification = createRoute({
  method: "get",
  path: "/api/audit/verification",
  tags,
  summary: "校验的进度或结果 / progress or result of the verification",
  responses: { 200: json(VerificationSchema, "校验 / the verification"), ...always },
});
