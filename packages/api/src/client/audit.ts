import type { AuditHeadItem, AuditPage, AuditQueryInput, ExportedHeads, Verification } from "../audit/audit";
import { type CallOptions, type Calls, queryString } from "./calls";

/** The audit trail: what an auditor reads and verifies. */
export const auditCalls = ({ get, act }: Calls) => ({
  audit: (query: Partial<AuditQueryInput> = {}, options?: CallOptions) => get<AuditPage>("/api/audit", query, options),
  auditHead: (options?: CallOptions) => get<AuditHeadItem>("/api/audit/head", {}, options),
  auditHeads: (options?: CallOptions) => get<ExportedHeads>("/api/audit/heads", {}, options),
  verifyAudit: (options?: CallOptions) => act<Verification>("POST", "/api/audit/verify", undefined, {}, options),
  verification: (options?: CallOptions) => get<Verification>("/api/audit/verification", {}, options),
  /** Address of the QR code of a head: the one of a day, or as it is now. */
  auditCodeUrl: (date?: string) => `/api/audit/head.svg${queryString({ date })}`,
});
