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

/** Orders accepted in each of the last months in which a source has records, at most twelve, oldest first. */
export const VolumesSchema = z.object({
  volumes: z.array(
    z.object({
      source: z.string(),
      /** `2026-09`, of the zone of the parameters; a month without orders is there too. */
      months: z.array(z.object({ month: z.string(), orders: z.number().int() })),
    }),
  ),
});

export const SourcesSchema = z.object({ sources: z.array(SourceItemSchema) });

export type SourceItem = z.infer<typeof SourceItemSchema>;
export type Sources = z.infer<typeof SourcesSchema>;
export type Volumes = z.infer<typeof VolumesSchema>;
