import { z } from "zod";
import { UploadIdSchema } from "./upload";

export const TABLE_KIND_WORDS = ["events", "orders", "units", "competence"] as const;

/** What somebody says of one table of the uploads; tables of which nothing is said are taken as found. */
export const TableChoiceSchema = z.object({
  upload: UploadIdSchema,
  /** As `sheet` of the recognised table: null for a file with one table. */
  sheet: z.string().max(255).nullable(),
  /** False: it is left out. */
  use: z.boolean().default(true),
  /** What it is, against what its headers tell; null: as they tell. */
  kind: z.enum(TABLE_KIND_WORDS).nullable().default(null),
  /** Which way its rows run; null: as the profile says. */
  rows: z.enum(["oldest-first", "newest-first"]).nullable().default(null),
});

export const TableChoicesSchema = z.array(TableChoiceSchema).max(1_000).default([]);

export type TableChoiceInput = z.input<typeof TableChoiceSchema>;
export type TableChoiceItem = z.output<typeof TableChoiceSchema>;
export type TableKindWord = (typeof TABLE_KIND_WORDS)[number];
