import { z } from "zod";
import { EventKindSchema, InstantOrNull, RuleIdSchema } from "../shared/values";

export const SourceItemSchema = z.object({
  code: z.string(),
  name: z.string(),
  zone: z.string(),
  calendar: z.string(),
  shape: z.enum(["event", "state", "step"]),
  /** Kinds it records: declared, or else those met so far. */
  records: z.array(EventKindSchema),
  measurable: z.array(RuleIdSchema),
  not_measurable: z.array(RuleIdSchema),
  orders: z.number().int(),
  events: z.number().int(),
  rejects: z.number().int(),
  first_at: InstantOrNull,
  last_at: InstantOrNull,
  /** The last batch that brought something. */
  recorded_at: InstantOrNull,
});

export const SourcesSchema = z.object({ sources: z.array(SourceItemSchema) });

export type SourceItem = z.infer<typeof SourceItemSchema>;
export type Sources = z.infer<typeof SourcesSchema>;
