import { z } from "zod";
import { EventKindSchema, RuleIdSchema, TextSchema } from "../shared/values";
import { VerifiedSchema } from "../triage/verified";
import { ParametersDocumentSchema } from "./document";

/** All groups must be met, each by any one of its kinds. */
const NeedsSchema = z.array(z.array(EventKindSchema));

export const RuleItemSchema = z.object({
  rule: RuleIdSchema,
  type: z.enum(["occurrence", "condition"]),
  name: TextSchema,
  definition: TextSchema,
  needs: NeedsSchema,
  /** Of its findings in scope, what was found when they were looked into. */
  verified: VerifiedSchema,
  sources: z.array(
    z.object({
      source: z.string(),
      enabled: z.boolean(),
      measurable: z.boolean(),
      /** The groups of `needs` of which the source records nothing. */
      missing: NeedsSchema,
    }),
  ),
});

export const RulesSchema = z.object({
  /** In force now, for sources without parameters of their own. */
  version: z.string(),
  parameters: ParametersDocumentSchema,
  rules: z.array(RuleItemSchema),
});

export type RuleItem = z.infer<typeof RuleItemSchema>;
export type Rules = z.infer<typeof RulesSchema>;
