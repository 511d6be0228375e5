import { z } from "zod";
import { many, words } from "../shared/query";
import { InstantSchema, RuleIdSchema } from "../shared/values";
import { PersonNameSchema } from "./decision";

export const EXPLANATION_KINDS = ["explanation", "appeal"] as const;
export const EXPLANATION_STATES = ["open", "accepted", "refused"] as const;

const told = words(4000)
  .transform((text) => text.trim())
  .refine((text) => text !== "");

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
  /** To units without the name of who answered. */
  answer: z.object({ by: PersonNameSchema.nullable(), at: InstantSchema, reason: z.string() }).nullable(),
});

export const ExplainSchema = z.object({
  source: words(),
  order_id: words(),
  key: words(1000),
  kind: z.enum(EXPLANATION_KINDS),
  text: told,
});

export const AnswerExplanationSchema = z.object({ accepted: z.boolean(), reason: told });
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
export type ExplanationsQuery = z.output<typeof ExplanationsQuerySchema>;
export type ExplanationsQueryInput = Partial<ExplanationsQuery>;
