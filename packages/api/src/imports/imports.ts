import { z } from "zod";
import { FaultSchema, ProgressSchema } from "../shared/change";
import { many, pageOf, words } from "../shared/query";
import { InstantOrNull, InstantSchema } from "../shared/values";
import { TableChoicesSchema } from "./choice";
import { ProfileDocumentSchema } from "./profile";
import { UploadIdSchema } from "./upload";

export const StartImportSchema = z.object({
  uploads: z.array(UploadIdSchema).min(1).max(100),
  /** A document, the source of a saved profile, or nothing: the saved one of the same headers, else the built-in one. */
  profile: z.union([ProfileDocumentSchema, z.string().max(64)]).optional(),
  tables: TableChoicesSchema,
});

export const IMPORT_STATES = [
  "waiting",
  "reading",
  "recording",
  "judging",
  "done",
  "failed",
  "cancelled",
  "undoing",
  "undone",
] as const;

export const IMPORT_WAYS = ["screen", "machine", "folder", "command", "demo"] as const;

const count = z.number().int();

export const ImportFileSchema = z.object({
  /** Of a workbook with several sheets in use, `FILE#SHEET`; no paths. */
  name: z.string(),
  table: z.string(),
  rows: count,
  rejected: count,
  /** Loaded before: nothing of it was read again. */
  known: z.boolean(),
});

export const ImportSummarySchema = z.object({
  orders: count,
  /** New rows of events. */
  rows: count,
  /** Rows that were on record already. */
  known_rows: count,
  rejected: count,
  judged: count,
  findings: z.object({ added: count, changed: count, removed: count }),
  provisional_units: count,
  seconds: z.number(),
});

/** One import, running or in the history. */
export const ImportSchema = z.object({
  id: z.string(),
  /** Null until the profile is read. */
  source: z.string().nullable(),
  state: z.enum(IMPORT_STATES),
  via: z.enum(IMPORT_WAYS),
  actor: z.string(),
  created_at: InstantSchema,
  started_at: InstantOrNull,
  finished_at: InstantOrNull,
  /** Names as they came; what became of each stands in `files` once it is done. */
  names: z.array(z.string()),
  files: z.array(ImportFileSchema),
  /** While it runs. */
  progress: ProgressSchema.nullable(),
  summary: ImportSummarySchema.nullable(),
  error: FaultSchema.nullable(),
  /** How often it was begun: more than once where the system stopped, or lost its database, on the way. */
  attempts: count,
  /** While it waits: how many stand before it. */
  ahead: count,
  undo: z.object({ at: InstantSchema, actor: z.string() }).nullable(),
  /** It brought something, and no undo of it was done yet. */
  can_undo: z.boolean(),
});

export const ImportsQuerySchema = z.object({
  source: many(words(64)),
  state: many(z.enum(IMPORT_STATES)),
  via: many(z.enum(IMPORT_WAYS)),
  ...pageOf,
});

/** Newest first. */
export const ImportsPageSchema = z.object({
  items: z.array(ImportSchema),
  /** For the next page; null on the last. */
  next_cursor: z.string().nullable(),
});

export const ImportParamsSchema = z.object({ id: z.string().regex(/^\d{1,18}$/) });

export const RejectsQuerySchema = z.object({ code: many(words(100)), ...pageOf });

export const RejectItemSchema = z.object({
  id: z.string(),
  file: z.string(),
  row: count,
  column: z.string(),
  value: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
});

export const RejectsPageSchema = z.object({
  total: count,
  /** Of all rejects of the import, by reason. */
  reasons: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), count })),
  items: z.array(RejectItemSchema),
  next_cursor: z.string().nullable(),
});

export const RejectsWorkbookQuerySchema = z.object({ language: z.enum(["zh", "en"]).default("zh") });

export type StartImportInput = z.input<typeof StartImportSchema>;
export type StartImportOrder = z.output<typeof StartImportSchema>;
export type ImportItem = z.infer<typeof ImportSchema>;
export type ImportState = ImportItem["state"];
export type ImportWay = ImportItem["via"];
export type ImportsQuery = z.output<typeof ImportsQuerySchema>;
export type ImportsQueryInput = {
  source?: string | readonly string[] | undefined;
  state?: ImportState | readonly ImportState[] | undefined;
  via?: ImportWay | readonly ImportWay[] | undefined;
  cursor?: string | undefined;
  limit?: number;
};
export type ImportsPage = z.infer<typeof ImportsPageSchema>;
export type RejectItem = z.infer<typeof RejectItemSchema>;
export type RejectsQuery = z.output<typeof RejectsQuerySchema>;
export type RejectsQueryInput = {
  code?: string | readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number;
};
export type RejectsPage = z.infer<typeof RejectsPageSchema>;
