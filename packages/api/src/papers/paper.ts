import { PAPER_ACTIONS, PAPER_STATES, RECEIPT_ACTIONS, RECEIPT_STATES } from "@tianyan/core";
import { z } from "zod";
import { AccountIdSchema } from "../accounts/account";
import { CaseUnitSchema } from "../cases/kinds";
import { InstantOrNull, InstantSchema, TextSchema } from "../shared/values";
import { NamingLevelSchema, PaperDocumentSchema, PaperKindSchema } from "./document";
import { PAPER_EVENT_KINDS } from "./kinds";

export const PaperStateSchema = z.enum(PAPER_STATES);
export const PaperActionSchema = z.enum(PAPER_ACTIONS);
export const ReceiptActionSchema = z.enum(RECEIPT_ACTIONS);

/** How a paper stands at one unit. */
export const ReceiptSchema = z.object({
  id: z.string(),
  unit: CaseUnitSchema,
  /** Null until it is issued. */
  state: z.enum(RECEIPT_STATES).nullable(),
  served_at: InstantOrNull,
  /** The last day on which a reply is in time; null where none is asked for. */
  due_on: z.string().nullable(),
  overdue: z.boolean(),
  working_days_left: z.number().int().nullable(),
  acknowledged_by: z.string().nullable(),
  acknowledged_at: InstantOrNull,
  reply: z.string().nullable(),
  replied_on: z.string().nullable(),
  replied_by: z.string().nullable(),
  /** Why the last reply was not enough. */
  returned: z.string().nullable(),
  reminded: z.number().int(),
  reminded_at: InstantOrNull,
});

/** A line of the register of papers. */
export const PaperRowSchema = z.object({
  id: z.string(),
  /** Null: written and numbered outside, on record only. */
  kind: PaperKindSchema.nullable(),
  naming: NamingLevelSchema,
  state: PaperStateSchema,
  version: z.number().int(),
  /** `阳纪督〔2026〕3号`, within its kind and year without gaps; null until it is issued. */
  number: z.string().nullable(),
  title: z.string(),
  /** Units see the number of the case, and no more of it. */
  case: z.object({ id: z.string(), number: z.string(), title: z.string().nullable() }),
  /** Working days to reply in; null: no reply is asked for. */
  reply_working_days: z.number().int().nullable(),
  drafted_by: z.string().nullable(),
  drafted_at: InstantSchema,
  sent_on: z.string().nullable(),
  issued_by: z.string().nullable(),
  approvals: z.number().int(),
  approvals_needed: z.number().int(),
  /** A unit's contact sees the unit's own. */
  receipts: z.array(ReceiptSchema),
  corrects: z.object({ id: z.string(), number: z.string().nullable() }).nullable(),
  corrected_by: z.string().nullable(),
});

export const PapersPageSchema = z.object({
  at: InstantSchema,
  total: z.number().int(),
  /** Newest draft first. */
  items: z.array(PaperRowSchema),
  next_cursor: z.string().nullable(),
});

/** What the check of a text found, and where. */
export const PaperProblemSchema = TextSchema.extend({
  code: z.string(),
  place: z.object({ part: z.string(), index: z.number().int(), start: z.number().int(), end: z.number().int() }),
});

export const PaperDetailSchema = PaperRowSchema.extend({
  at: InstantSchema,
  /** Null of what was written outside. */
  text: PaperDocumentSchema.nullable(),
  /** What stops its issue; of what has left, nothing is checked any more. */
  problems: z.array(PaperProblemSchema),
  /** Every action that leads out of the state, with what stands in its way. */
  moves: z.array(
    z.object({
      action: PaperActionSchema,
      to: PaperStateSchema,
      /** The reader's post may do it. */
      mine: z.boolean(),
      reason_required: z.boolean(),
      refusals: z.array(TextSchema.extend({ code: z.string() })),
    }),
  ),
  /** Newest first. */
  approved: z.array(
    z.object({
      id: z.string(),
      text_no: z.number().int(),
      verdict: z.enum(["approved", "sent_back"]),
      author: z.string(),
      reason: z.string(),
      at: InstantSchema,
      /** Still counts. */
      valid: z.boolean(),
    }),
  ),
  /** Every hand that the text went through, oldest first. */
  texts: z.array(z.object({ no: z.number().int(), author: z.string(), at: InstantSchema })),
  /** Newest first. */
  events: z.array(
    z.object({
      id: z.string(),
      at: InstantSchema,
      kind: z.enum(PAPER_EVENT_KINDS),
      actor: z.string(),
      post: z.string(),
      reason: z.string(),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});

export const PaperParamsSchema = z.object({ id: AccountIdSchema });
export const PaperEntryParamsSchema = z.object({ id: AccountIdSchema, entry: AccountIdSchema });

export type Receipt = z.infer<typeof ReceiptSchema>;
export type PaperItem = z.infer<typeof PaperRowSchema>;
export type PapersPage = z.infer<typeof PapersPageSchema>;
export type PaperDetail = z.infer<typeof PaperDetailSchema>;
