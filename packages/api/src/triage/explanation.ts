import { z } from "zod";
import { many, words } from "../shared/query";
import { InstantSchema, RuleIdSchema } from "../shared/values";
import { PersonNameSchema } from "./decision";

export const EXPLANATION_KINDS = ["explanation", "appeal"] as const;
export const EXPLANATION_STATES = ["open", "accepted", "refused", "retracted"] as const;

const told = words(4000)
  .transform((text) => text.trim())
  .refine((text) => text !== "");

/** Of the commission; to units without the name. */
const SaidSchema = z.object({ by: PersonNameSchema.nullable(), at: InstantSchema, reason: z.string() });

/** What a unit says to a finding that names it. */
export const ExplanationSchema = z.object({
  id: z.string(),
  source: z.string(),
  order_id: z.string(),
  order_title: z.string(),
  /** Of the finding on which it hangs now; null: that finding is no more. */
  key: z.string().nullable(),
  rule: RuleIdSchema,
  kind: z.enum(EXPLANATION_KINDS),
  unit: z.object({ code: z.string(), name: z.string() }),
  text: z.string(),
  by: PersonNameSchema,
  at: InstantSchema,
  state: z.enum(EXPLANATION_STATES),
  answer: SaidSchema.nullable(),
  /** That it was accepted was taken back: the finding stands as before. */
  retracted: SaidSchema.nullable(),
});

export const ExplainSchema = z.object({
  source: words(),
  order_id: words(),
  key: words(1000),
  kind: z.enum(EXPLANATION_KINDS),
  text: told,
});

export const AnswerExplanationSchema = z.object({ accepted: z.boolean(), reason: told });
export const RetractExplanationSchema = z.object({ reason: told });
export const ExplanationParamsSchema = z.object({ id: words(20).regex(/^\d{1,18}$/) });
export const ExplanationsQuerySchema = z.object({
  state: many(z.enum(EXPLANATION_STATES)),
  source: words().optional(),
  order_id: words().optional(),
});

/** Newest first; 500 at most. */
export const ExplanationsSchema = z.object({ items: z.array(ExplanationSchema) });

export type Explanation = z.infer<typeof ExplanationSchema>;
export type Explanations = z.infer<typeof ExplanationsSchema>;
export type Explain = z.output<typeof ExplainSchema>;
export type ExplainInput = z.input<typeof ExplainSchema>;
export type AnswerExplanation = z.output<typeof AnswerExplanationSchema>;
export type AnswerExplanationInput = z.input<typeof AnswerExplanationSchema>;
export type RetractExplanation = z.output<typeof RetractExplanationSchema>;
export type RetractExplanationInput = z.input<typeof RetractExplanationSchema>;
export type ExplanationsQuery = z.output<typeof ExplanationsQuerySchema>;
export type ExplanationsQueryInput = Partial<ExplanationsQuery>;
