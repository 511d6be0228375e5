import { z } from "zod";
import { OrderRowSchema } from "../orders/list";
import { pageOf, words } from "../shared/query";
import { InstantOrNull, InstantSchema } from "../shared/values";
import { ConditionSchema, KeptConditionSchema } from "./condition";

export const WatchRuleFieldsSchema = z.object({
  name: words(80)
    .transform((text) => text.trim())
    .refine((text) => text !== ""),
  condition: ConditionSchema,
  /** Off: it is kept, and neither counted nor told of. */
  on: z.boolean().default(true),
});

/** What one person watches for, told to nobody else. */
export const WatchRuleSchema = z.object({
  id: z.string(),
  name: z.string(),
  condition: KeptConditionSchema,
  on: z.boolean(),
  changed_at: InstantSchema,
  /** When its matches were looked at last. */
  looked_at: InstantOrNull,
  /** Orders in scope that match now, and those of them that did not when they were looked at last; null while it is off. */
  matches: z.number().int().nullable(),
  fresh: z.number().int().nullable(),
});

export const WatchRulesSchema = z.object({ rules: z.array(WatchRuleSchema) });
export const WatchRuleParamsSchema = z.object({ id: words(20).regex(/^\d{1,18}$/) });

export const WatchMatchesQuerySchema = z.object(pageOf);

export const WatchMatchesSchema = z.object({
  at: InstantSchema,
  total: z.number().int(),
  fresh: z.number().int(),
  /** Newest acceptance first. */
  items: z.array(OrderRowSchema.extend({ fresh: z.boolean() })),
  next_cursor: z.string().nullable(),
});

export type WatchRule = z.infer<typeof WatchRuleSchema>;
export type WatchRules = z.infer<typeof WatchRulesSchema>;
export type WatchRuleFields = z.output<typeof WatchRuleFieldsSchema>;
export type WatchRuleFieldsInput = Pick<WatchRuleFields, "name" | "condition" | "on">;
export type WatchMatchesQuery = z.output<typeof WatchMatchesQuerySchema>;
export type WatchMatches = z.infer<typeof WatchMatchesSchema>;
