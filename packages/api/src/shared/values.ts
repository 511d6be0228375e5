import {
  CONDITION_RULES,
  DEMAND_CLASSES,
  EVENT_KINDS,
  type EventKind,
  LEVELS,
  OCCURRENCE_RULES,
  type RuleId,
} from "@tianyan/core";
import { z } from "zod";

/** `2021-10-28T07:05:00.000Z`; in requests any offset will do. */
export const InstantSchema = z.iso.datetime({ offset: true });
export const InstantOrNull = InstantSchema.nullable();

export const RuleIdSchema = z.enum([...OCCURRENCE_RULES, ...CONDITION_RULES] as [RuleId, ...RuleId[]]);
export const LevelSchema = z.enum(LEVELS);
export const EventKindSchema = z.enum(EVENT_KINDS as unknown as [EventKind, ...EventKind[]]);
export const DemandClassSchema = z.enum(DEMAND_CLASSES);

/** A text in both languages. */
export const TextSchema = z.object({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof TextSchema>;

export const LevelCountsSchema = z.object({
  yellow: z.number().int(),
  orange: z.number().int(),
  red: z.number().int(),
});
export type LevelCounts = z.infer<typeof LevelCountsSchema>;
