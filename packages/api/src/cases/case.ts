import { APPROVED_ACTIONS, CASE_ACTIONS, CASE_STAGES } from "@tianyan/core";
import { z } from "zod";
import { AccountIdSchema } from "../accounts/account";
import { OrderRowSchema } from "../orders/list";
import { InstantOrNull, InstantSchema, LevelSchema, RuleIdSchema, TextSchema } from "../shared/values";
import { CheckSchema, PaperSchema, PersonSchema, SystemSchema } from "./entries";
import { CASE_EVENT_KINDS, CASE_ORIGINS, CaseUnitSchema } from "./kinds";
import { CaseFileSchema, MeasureItemSchema } from "./measures";

export const CaseStageSchema = z.enum(CASE_STAGES);
export const CaseActionSchema = z.enum(CASE_ACTIONS);
export const ApprovedActionSchema = z.enum(APPROVED_ACTIONS);

/** A supervision case as a list shows it. */
export const CaseRowSchema = z.object({
  id: z.string(),
  /** `督〔2026〕17号`: within its year without gaps. */
  number: z.string(),
  title: z.string(),
  stage: CaseStageSchema,
  /** Every change of the case makes the next one; who changes it says which they saw. */
  version: z.number().int(),
  origin: z.enum(CASE_ORIGINS),
  opened_at: InstantSchema,
  opened_by: z.string(),
  assignee: z.object({ account: z.string(), name: z.string() }).nullable(),
  stage_since: InstantSchema,
  /** By when the stage is to be done with, in working days; null where nothing is waited for. */
  due_at: InstantOrNull,
  overdue: z.boolean(),
  /** To the deadline; 0 and below on its last day and after it. */
  working_days_left: z.number().int().nullable(),
  units: z.array(CaseUnitSchema),
  counts: z.object({
    orders: z.number().int(),
    findings: z.number().int(),
    measures: z.number().int(),
    /** Not accepted yet. */
    open_measures: z.number().int(),
    people: z.number().int(),
    systems: z.number().int(),
  }),
  /** For which a leader is asked to approve. */
  waiting: z.array(ApprovedActionSchema),
  /** Ended, and its orders went on: it may have to be reopened. */
  reopening: z.boolean(),
});

export const CasesPageSchema = z.object({
  at: InstantSchema,
  total: z.number().int(),
  /** Newest opening first. */
  items: z.array(CaseRowSchema),
  next_cursor: z.string().nullable(),
});

/** An order of the case; what is out of the reader's own scope is known by its number alone. */
export const CaseOrderSchema = z.object({
  source: z.string(),
  order_id: z.string(),
  added_at: InstantSchema,
  order: OrderRowSchema.nullable(),
});

export const CaseFindingSchema = z.object({
  id: z.string(),
  source: z.string(),
  order_id: z.string(),
  /** Identity within the order. */
  key: z.string(),
  rule: RuleIdSchema,
  /** The highest step reached now; null where it is no more, or out of scope. */
  level: LevelSchema.nullable(),
  active: z.boolean(),
  /** `confirmed` once the case was signed off. */
  outcome: z.enum(["confirmed"]).nullable(),
});

/** What an action would do now, and what stands in its way. */
export const CaseMoveSchema = z.object({
  action: CaseActionSchema,
  to: CaseStageSchema,
  /** The reader's post may do it. */
  mine: z.boolean(),
  /** A leader's: null where none is needed. */
  approval: z.enum(["missing", "asked", "granted", "denied"]).nullable(),
  reason_required: z.boolean(),
  /** Empty: nothing. The missing approval is among them. */
  refusals: z.array(TextSchema.extend({ code: z.string() })),
});

export const ApprovalSchema = z.object({
  id: z.string(),
  action: ApprovedActionSchema,
  reason: z.string(),
  asked_by: z.string(),
  asked_at: InstantSchema,
  verdict: z.enum(["granted", "denied"]).nullable(),
  verdict_by: z.string().nullable(),
  verdict_at: InstantOrNull,
  verdict_reason: z.string().nullable(),
  /** Still counts: the case has not moved since. */
  valid: z.boolean(),
});

export const CommentSchema = z.object({
  id: z.string(),
  text: z.string(),
  author: z.string(),
  at: InstantSchema,
  mentions: z.array(z.object({ account: z.string(), name: z.string() })),
});

const ChangedSchema = z.record(z.string(), z.unknown()).nullable();

/** A line of the timeline. */
export const CaseEventSchema = z.object({
  id: z.string(),
  at: InstantSchema,
  kind: z.enum(CASE_EVENT_KINDS),
  actor: z.string(),
  post: z.string(),
  reason: z.string(),
  /** Old and new values by name of the field; null where there were none. */
  before: ChangedSchema,
  after: ChangedSchema,
});

/** What came to an order of the case since it ended, or, while it is under way, since it was opened. */
export const FurtherSchema = z.object({
  kind: z.enum(["reopened", "finding"]),
  source: z.string(),
  order_id: z.string(),
  at: InstantSchema,
  /** Of a finding. */
  rule: RuleIdSchema.nullable(),
  key: z.string().nullable(),
});

export const CaseDetailSchema = CaseRowSchema.extend({
  at: InstantSchema,
  note: z.string(),
  /** Where it goes back to when it is resumed. */
  suspended_from: CaseStageSchema.nullable(),
  /** Every action that leads out of the stage. */
  moves: z.array(CaseMoveSchema),
  orders: z.array(CaseOrderSchema),
  findings: z.array(CaseFindingSchema),
  checks: z.array(CheckSchema),
  measures: z.array(MeasureItemSchema),
  /** Null for who may not see them; `counts.people` says how many. */
  people: z.array(PersonSchema).nullable(),
  systems: z.array(SystemSchema),
  papers: z.array(PaperSchema),
  /** Newest first, as the next three. */
  approvals: z.array(ApprovalSchema),
  comments: z.array(CommentSchema),
  attachments: z.array(CaseFileSchema),
  events: z.array(CaseEventSchema),
  further: z.array(FurtherSchema),
});

export const CaseParamsSchema = z.object({ id: AccountIdSchema });
export const CaseEntryParamsSchema = z.object({ id: AccountIdSchema, entry: AccountIdSchema });

/** Who can be given a case, or mentioned. */
export const ColleaguesSchema = z.object({
  items: z.array(z.object({ account: z.string(), name: z.string(), posts: z.array(z.string()) })),
});

export type CaseRow = z.infer<typeof CaseRowSchema>;
export type CasesPage = z.infer<typeof CasesPageSchema>;
export type CaseOrder = z.infer<typeof CaseOrderSchema>;
export type CaseFinding = z.infer<typeof CaseFindingSchema>;
export type CaseMove = z.infer<typeof CaseMoveSchema>;
export type Approval = z.infer<typeof ApprovalSchema>;
export type CaseComment = z.infer<typeof CommentSchema>;
export type CaseFile = z.infer<typeof CaseFileSchema>;
export type CaseEvent = z.infer<typeof CaseEventSchema>;
export type Further = z.infer<typeof FurtherSchema>;
export type CaseDetail = z.infer<typeof CaseDetailSchema>;
export type Colleagues = z.infer<typeof ColleaguesSchema>;
