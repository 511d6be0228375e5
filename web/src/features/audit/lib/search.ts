import { AUDIT_ACTIONS, AUDIT_OUTCOMES, type AuditAction } from "@tianyan/api";
import { z } from "zod";
import { date, text, words } from "../../../lib/search-schema";

export const ACTIONS = Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]];

export const auditSearch = z.object({
  who: text(),
  action: words(z.enum(ACTIONS)),
  subject: text(500),
  outcome: z.enum(AUDIT_OUTCOMES).optional().catch(undefined),
  from: date,
  to: date,
});

export type AuditSearch = z.output<typeof auditSearch>;
