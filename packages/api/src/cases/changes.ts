import { z } from "zod";
import { AccountIdSchema } from "../accounts/account";
import { flag, many, pageOf, words } from "../shared/query";
import { ApprovedActionSchema, CaseActionSchema, CaseStageSchema } from "./case";
import { CheckInputSchema, required, seen, UnitCodeSchema } from "./entries";

const reason = words(2000)
  .transform((text) => text.trim())
  .default("");
const orderKey = { source: words(200).min(1), order_id: words(200).min(1) };
/** A finding by its identity within the order. */
export const CaseFindingRefSchema = z.object({ ...orderKey, key: words(1000).min(1) });
const findings = z.array(CaseFindingRefSchema).max(500);
const orders = z.array(z.object(orderKey)).max(500);
const units = z.array(UnitCodeSchema).max(100);

export const CasesQuerySchema = z.object({
  stage: many(CaseStageSchema),
  /** A unit stands for all below it. */
  unit: many(words()),
  /** Assigned to who asks. */
  mine: flag().default(false),
  /** In which a comment mentions who asks. */
  mentioned: flag().default(false),
  /** For a leader's approval. */
  waiting: flag().default(false),
  /** Stage past its deadline. */
  overdue: flag().default(false),
  /** Ended, while their orders went on. */
  reopening: flag().default(false),
  /** With this order. */
  source: words().optional(),
  order_id: words().optional(),
  /** Part of title or number. */
  q: words(100).optional(),
  ...pageOf,
});

/** What the case is opened from: its orders and units follow from the findings. The opener is its first assignee. */
export const OpenCaseSchema = z.object({
  title: required(200),
  note: reason,
  findings: findings.default([]),
  orders: orders.default([]),
  units: units.default([]),
  check: CheckInputSchema.nullable().default(null),
});

/** The reason is required to close, transfer, suspend and reopen. */
export const CaseActSchema = z.object({ action: CaseActionSchema, ...seen, reason });
/** A reason is required to take the case from somebody. */
export const AssignCaseSchema = z.object({ ...seen, account: AccountIdSchema, reason });
export const AddUnitsSchema = z.object({ ...seen, units: units.min(1) });
export const AddOrdersSchema = z.object({ ...seen, orders: orders.min(1) });
export const AddFindingsSchema = z.object({ ...seen, findings: findings.min(1) });
export const AskApprovalSchema = z.object({ ...seen, action: ApprovedActionSchema, reason: required(2000) });
export const DecideApprovalSchema = z.object({ ...seen, verdict: z.enum(["granted", "denied"]), reason });
/** Takes nothing away from anybody: it needs no version. */
export const NewCommentSchema = z.object({
  text: required(4000),
  /** Accounts of colleagues. */
  mentions: z.array(AccountIdSchema).max(50).default([]),
});
export const AttachmentQuerySchema = z.object({ name: words(300).min(1) });

export type CaseFindingRef = z.output<typeof CaseFindingRefSchema>;
export type CasesQuery = z.output<typeof CasesQuerySchema>;
export type CasesQueryInput = Partial<{
  [K in keyof CasesQuery]: CasesQuery[K] | (CasesQuery[K] extends readonly (infer V)[] ? V : never) | undefined;
}>;
export type OpenCase = z.output<typeof OpenCaseSchema>;
export type OpenCaseInput = z.input<typeof OpenCaseSchema>;
export type CaseAct = z.output<typeof CaseActSchema>;
export type CaseActInput = z.input<typeof CaseActSchema>;
export type AssignCase = z.output<typeof AssignCaseSchema>;
export type AssignCaseInput = z.input<typeof AssignCaseSchema>;
export type AddUnits = z.output<typeof AddUnitsSchema>;
export type AddOrders = z.output<typeof AddOrdersSchema>;
export type AddFindings = z.output<typeof AddFindingsSchema>;
export type AskApproval = z.output<typeof AskApprovalSchema>;
export type AskApprovalInput = z.input<typeof AskApprovalSchema>;
export type DecideApproval = z.output<typeof DecideApprovalSchema>;
export type DecideApprovalInput = z.input<typeof DecideApprovalSchema>;
export type NewComment = z.output<typeof NewCommentSchema>;
export type NewCommentInput = z.input<typeof NewCommentSchema>;
