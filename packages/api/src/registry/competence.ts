import { z } from "zod";
import { words } from "../shared/query";

const named = words(400)
  .transform((text) => text.trim())
  .refine((text) => text !== "");

/** A row of the competence catalogue; a category path (`a>b`) stands for all below it. */
export const CompetenceItemSchema = z.object({
  category: z.string(),
  /** As written in the catalogue. */
  unit: z.string(),
  /** Code and name it stands for. */
  code: z.string(),
  name: z.string(),
  /** The unit is on no list. */
  unlisted: z.boolean(),
});

export const CompetenceListSchema = z.object({ rows: z.array(CompetenceItemSchema) });

/** Rows to add or to take out. */
export const CompetenceRowsSchema = z.object({
  rows: z
    .array(z.object({ category: named, unit: named }))
    .min(1)
    .max(10_000),
});

/** The category tree, from the orders and the catalogue: every path and every part of it from the top. */
export const CategoryTreeSchema = z.object({
  categories: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      /** "" at the top. */
      parent: z.string(),
      /** Orders of this very path, and with all below it. */
      orders: z.number().int(),
      orders_below: z.number().int(),
      /** Units that the catalogue names for it: of its own rows, else of the longest path above. */
      units: z.array(z.object({ code: z.string(), name: z.string() })),
      /** Path whose rows these are; "" where the catalogue is silent. */
      from: z.string(),
    }),
  ),
});

export type CompetenceItem = z.infer<typeof CompetenceItemSchema>;
export type CompetenceList = z.infer<typeof CompetenceListSchema>;
export type CompetenceRows = z.output<typeof CompetenceRowsSchema>;
export type CompetenceRowsInput = z.input<typeof CompetenceRowsSchema>;
export type CategoryTree = z.infer<typeof CategoryTreeSchema>;
