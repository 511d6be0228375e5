import { z } from "zod";
import { ProgressSchema } from "../shared/change";
import { askedInstant, many, pageOf, words } from "../shared/query";
import { InstantOrNull, InstantSchema, TextSchema } from "../shared/values";
import { AUDIT_ACTIONS, type AuditAction } from "./actions";
import { AUDIT_WRONG_KINDS } from "./words";

export const AUDIT_OUTCOMES = ["done", "denied"] as const;
const ACTIONS = Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]];

export const AuditQuerySchema = z.object({
  /** Id or name of an account. */
  who: words().optional(),
  post: many(words()),
  action: many(z.enum(ACTIONS)),
  /** From this instant on, before that one. */
  from: askedInstant().optional(),
  to: askedInstant().optional(),
  subject_type: words().optional(),
  subject_id: words(500).optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  /** Id of a request, as its answer and the log tell it. */
  request: words().optional(),
  ...pageOf,
});

export const AuditEntrySchema = z.object({
  /** Its number in the chain, from 1, without a gap. */
  seq: z.number().int(),
  at: InstantSchema,
  account: z.string().nullable(),
  name: z.string(),
  post: z.string(),
  action: z.string(),
  /** What it did, in words. */
  words: TextSchema,
  subject: z.object({ type: z.string(), id: z.string() }),
  before: z.unknown(),
  after: z.unknown(),
  outcome: z.enum(AUDIT_OUTCOMES),
  request: z.string(),
  address: z.string(),
  hash: z.string(),
});

/** Newest first. */
export const AuditPageSchema = z.object({ items: z.array(AuditEntrySchema), next_cursor: z.string().nullable() });

export const AuditHeadSchema = z.object({
  seq: z.number().int(),
  hash: z.string(),
  /** Of the newest entry; null: there is none in the table. */
  at: InstantOrNull,
  /** Entries that are in the table, from this number on. */
  kept_from: z.number().int(),
  segments: z.array(
    z.object({
      from: z.number().int(),
      to: z.number().int(),
      first_at: InstantSchema,
      last_at: InstantSchema,
      hash: z.string(),
      file: z.string(),
      file_sha256: z.string(),
      archived_at: InstantSchema,
    }),
  ),
  /** What the QR code says. */
  code: z.string(),
});

/** A head that was exported on a day. */
export const ExportedHeadSchema = z.object({
  /** `2026-11-21`. */
  date: z.string(),
  seq: z.number().int(),
  hash: z.string(),
  exported_at: InstantSchema,
  /** Whether the chain still goes through it; null: its entry is archived. */
  holds: z.boolean().nullable(),
  code: z.string(),
});
/** Newest first. */
export const ExportedHeadsSchema = z.object({ heads: z.array(ExportedHeadSchema) });

/** `date` of an exported head; absent: the head as it is now. */
export const AuditCodeQuerySchema = z.object({ date: z.iso.date().optional() });

export const VerificationSchema = z.object({
  /** none: nobody asked since the server started. */
  state: z.enum(["none", "running", "done", "failed"]),
  started_at: InstantOrNull,
  finished_at: InstantOrNull,
  progress: ProgressSchema.nullable(),
  /** The first wrong place, or null where everything is as it was written. */
  wrong: z
    .object({ kind: z.enum(AUDIT_WRONG_KINDS), seq: z.number().int(), to: z.number().int(), words: TextSchema })
    .nullable(),
  entries: z.number().int(),
  /** Where the chain ended. */
  head: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
  /** Exported heads that the chain was compared with. */
  heads: z.number().int(),
  /** Archived files, of which only the ends were verified. */
  segments: z.number().int(),
});

export type AuditQuery = z.infer<typeof AuditQuerySchema>;
export type AuditQueryInput = z.input<typeof AuditQuerySchema>;
export type AuditEntry = z.infer<typeof AuditEntrySchema>;
export type AuditPage = z.infer<typeof AuditPageSchema>;
export type AuditHeadItem = z.infer<typeof AuditHeadSchema>;
export type ExportedHead = z.infer<typeof ExportedHeadSchema>;
export type ExportedHeads = z.infer<typeof ExportedHeadsSchema>;
export type Verification = z.infer<typeof VerificationSchema>;
