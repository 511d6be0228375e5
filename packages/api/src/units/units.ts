import { z } from "zod";
import { askedInstant, many, words } from "../shared/query";
import { InstantSchema, LevelCountsSchema } from "../shared/values";

export const UnitsQuerySchema = z.object({ at: askedInstant().optional(), source: many(words()) });

export const UnitItemSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** Code of the unit above; "" at the top. */
  parent: z.string(),
  kind: z.string(),
  aliases: z.array(z.string()),
  /** Met in a source, confirmed by nobody yet. */
  provisional: z.boolean(),
  /** Findings of the watchlist at T that name it, itself alone. */
  findings: LevelCountsSchema,
  /** Volume up to T: orders it ever held, legs it had, orders it holds at T. */
  orders: z.number().int(),
  legs: z.number().int(),
  holding: z.number().int(),
});

/** Sorted by the pinyin of the name. */
export const UnitsSchema = z.object({ at: InstantSchema, units: z.array(UnitItemSchema) });

export type UnitsQuery = z.output<typeof UnitsQuerySchema>;
export type UnitsQueryInput = { at?: string | undefined; source?: string | readonly string[] | undefined };
export type UnitItem = z.infer<typeof UnitItemSchema>;
export type UnitList = z.infer<typeof UnitsSchema>;
