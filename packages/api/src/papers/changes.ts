import { z } from "zod";
import { AccountIdSchema } from "../accounts/account";
import { DaySchema, required, seen, UnitCodeSchema } from "../cases/entries";
import { flag, many, pageOf, words } from "../shared/query";
import { PaperDocumentSchema, PaperKindSchema, PaperWordingSchema } from "./document";
import { PaperActionSchema, PaperStateSchema } from "./paper";

const reason = words(2000)
  .transform((text) => text.trim())
  .default("");
const units = z
  .array(UnitCodeSchema)
  .max(100)
  .refine((codes) => new Set(codes).size === codes.length, { message: "named twice" });
const replyDays = z.number().int().min(1).max(250).nullable();

const criteria = {
  state: many(PaperStateSchema),
  kind: many(PaperKindSchema),
  /** A unit stands for all below it. */
  unit: many(words()),
  case: AccountIdSchema.optional(),
  /** A reply is waited for, and late. */
  overdue: flag().default(false),
  /** A reply is waited for. */
  unanswered: flag().default(false),
  /** Part of title or number. */
  q: words(100).optional(),
};
export const PapersQuerySchema = z.object({ ...criteria, ...pageOf });
export const PapersExportSchema = z.object(criteria);

/** A draft from a case: its text is filled in from what the case says. */
export const DraftPaperSchema = z.object({
  case: AccountIdSchema,
  kind: PaperKindSchema,
  units,
  reply_working_days: replyDays.default(null),
  urgency: z.enum(["特急", "加急"]).nullable().default(null),
  /** The paper that this one is to correct, once it is issued. */
  corrects: AccountIdSchema.nullable().default(null),
});

export const RewritePaperSchema = z.object({ ...seen, text: PaperDocumentSchema });
export const ReaddressPaperSchema = z.object({ ...seen, units, reply_working_days: replyDays });
/** A reason is required to send back, take back, withdraw and drop. */
export const PaperActSchema = z.object({ action: PaperActionSchema, ...seen, reason });

/** `on`: of a reply that came on paper, when it came; units reply now. A reason is required to return a reply. */
export const ReceiptActSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("acknowledge") }),
  z.object({ action: z.literal("reply"), reply: required(4000), on: DaySchema.exactOptional() }),
  z.object({
    action: z.literal("return_reply"),
    reason: required(2000),
    working_days: z.number().int().min(1).max(250),
  }),
  z.object({ action: z.literal("remind") }),
]);

export const PaperFormSchema = z.object({
  as: z.enum(["docx", "pdf", "html", "text"]).default("docx"),
  /** Of Word: what was changed since the draft, as revisions. */
  revisions: flag().default(false),
});

export const PaperTemplateSchema = z.object({
  kind: PaperKindSchema,
  /** 0: what the product comes with. */
  version: z.number().int(),
  /** What stands before the year in a number. */
  mark: z.string(),
  wording: PaperWordingSchema,
  author: z.string().nullable(),
});
export const PaperTemplatesSchema = z.object({ items: z.array(PaperTemplateSchema) });
export const PaperTemplateParamsSchema = z.object({ kind: PaperKindSchema });
export const ChangeTemplateSchema = z.object({
  /** The version that the change was made on. */
  version: z.number().int().min(0),
  mark: required(20),
  wording: PaperWordingSchema,
});

export type PapersQuery = z.output<typeof PapersQuerySchema>;
export type PapersExport = z.output<typeof PapersExportSchema>;
export type PapersQueryInput = Partial<{
  [K in keyof PapersQuery]: PapersQuery[K] | (PapersQuery[K] extends readonly (infer V)[] ? V : never) | undefined;
}>;
export type DraftPaper = z.output<typeof DraftPaperSchema>;
export type DraftPaperInput = z.input<typeof DraftPaperSchema>;
export type RewritePaper = z.output<typeof RewritePaperSchema>;
export type ReaddressPaper = z.output<typeof ReaddressPaperSchema>;
export type PaperAct = z.output<typeof PaperActSchema>;
export type PaperActInput = z.input<typeof PaperActSchema>;
export type ReceiptAct = z.output<typeof ReceiptActSchema>;
export type ReceiptActInput = z.input<typeof ReceiptActSchema>;
export type PaperFormAsked = z.output<typeof PaperFormSchema>;
export type PaperTemplateItem = z.infer<typeof PaperTemplateSchema>;
export type PaperTemplates = z.infer<typeof PaperTemplatesSchema>;
export type ChangeTemplate = z.output<typeof ChangeTemplateSchema>;
