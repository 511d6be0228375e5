import { z } from "zod";
import { InstantOrNull, InstantSchema, TextSchema } from "./values";

/** Steps of an import, one after the other. */
export const IMPORT_STEPS = ["checking", "reading", "recording", "judging", "finishing"] as const;

/** How far something that takes long has come. */
export const ProgressSchema = z.object({
  /** Of an import: what it is at; `done` and `total` are of this step. */
  step: z.enum(IMPORT_STEPS).nullable(),
  /** What `done` and `total` count: bytes of the files as they were sent, orders, or rejected rows. */
  unit: z.enum(["bytes", "orders", "rejects"]),
  done: z.number().int(),
  /** Null while nobody can know. */
  total: z.number().int().nullable(),
  /** While files are read: rows so far. */
  rows: z.number().int().nullable(),
  per_second: z.number().nullable(),
  /** Of the whole, 0 to 1; it never goes back. Null while nobody can know. */
  share: z.number().nullable(),
  /** To the end of the whole. */
  seconds_left: z.number().nullable(),
});

/** What went wrong, in words for people; `detail` says it of this very case. */
export const FaultSchema = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  detail: TextSchema.nullable(),
});

/** How a change of the registry moved the findings. */
export const EffectSchema = z.object({
  /** Orders judged again. */
  orders: z.number().int(),
  findings: z.object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int() }),
  /** Units whose findings came or went, most first; fifty at most. */
  units: z.array(z.object({ code: z.string(), name: z.string(), added: z.number().int(), removed: z.number().int() })),
});

export const CHANGE_KINDS = ["unit", "confirmation", "merger", "competence", "holiday"] as const;
export const CHANGE_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;

/** A change of the registry: judging again what it touches can take long, so that it is asked for until it is done. */
export const ChangeSchema = z.object({
  id: z.string(),
  kind: z.enum(CHANGE_KINDS),
  /** What is changed, in words. */
  subject: TextSchema,
  state: z.enum(CHANGE_STATES),
  /** A dry run: says what would come and go, and leaves nothing. */
  preview: z.boolean(),
  actor: z.string(),
  created_at: InstantSchema,
  finished_at: InstantOrNull,
  progress: ProgressSchema.nullable(),
  effect: EffectSchema.nullable(),
  error: FaultSchema.nullable(),
});

export const ChangesPageSchema = z.object({ items: z.array(ChangeSchema), next_cursor: z.string().nullable() });

export type Progress = z.infer<typeof ProgressSchema>;
export type ImportStep = (typeof IMPORT_STEPS)[number];
export type Fault = z.infer<typeof FaultSchema>;
export type Effect = z.infer<typeof EffectSchema>;
export type Change = z.infer<typeof ChangeSchema>;
export type ChangeKind = Change["kind"];
export type ChangesPage = z.infer<typeof ChangesPageSchema>;
