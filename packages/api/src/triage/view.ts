import { z } from "zod";
import { words } from "../shared/query";
import { InstantOrNull, InstantSchema } from "../shared/values";
import { PersonNameSchema } from "./decision";

export const SavedViewFieldsSchema = z.object({
  name: words(80)
    .transform((text) => text.trim())
    .refine((text) => text !== ""),
  /** What stands after `?` in the address of the watchlist. */
  query: words(16_000).transform((text) => text.replace(/^\?/, "")),
  /** Others in posts that see findings may choose it too; each sees with it what is theirs to see. */
  shared: z.boolean().default(false),
});

export const SavedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  by: PersonNameSchema,
  mine: z.boolean(),
  changed_at: InstantSchema,
});

/** Own ones, then those that others share; by name. */
export const SavedViewsSchema = z.object({ views: z.array(SavedViewSchema) });
export const SavedViewParamsSchema = z.object({ id: words(20).regex(/^\d{1,18}$/) });

/** A visit ends when nothing was looked at for half an hour; what is new is new since the one before. */
export const VisitSchema = z.object({ since: InstantOrNull });

export type SavedView = z.infer<typeof SavedViewSchema>;
export type SavedViews = z.infer<typeof SavedViewsSchema>;
export type SavedViewFields = z.output<typeof SavedViewFieldsSchema>;
export type SavedViewFieldsInput = z.input<typeof SavedViewFieldsSchema>;
export type Visit = z.infer<typeof VisitSchema>;
