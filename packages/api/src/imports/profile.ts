import { z } from "zod";
import { words } from "../shared/query";
import { InstantSchema } from "../shared/values";

/** A source profile as its YAML file has it; its fields are those of the file format. */
export const ProfileDocumentSchema = z.record(z.string(), z.unknown());

/** Columns of the canonical tables, by which a mapping is made by hand. */
export const CANONICAL_COLUMNS = {
  orders: [
    "order_id",
    "source",
    "title",
    "content",
    "category",
    "order_type",
    "urgency",
    "sla_class",
    "district",
    "channel",
    "line",
    "citizen_key",
    "location",
    "demand_class",
  ],
  event: [
    "order_id",
    "at",
    "kind",
    "event_id",
    "unit",
    "to_unit",
    "reason_code",
    "text",
    "operator",
    "result",
    "due_at",
  ],
  state: [
    "order_id",
    "at",
    "status",
    "event_id",
    "unit",
    "to_unit",
    "reason_code",
    "text",
    "operator",
    "result",
    "due_at",
  ],
  step: [
    "order_id",
    "received_at",
    "finished_at",
    "outcome",
    "event_id",
    "unit",
    "to_unit",
    "reason_code",
    "text",
    "operator",
    "result",
    "due_at",
  ],
} as const;

export const ORDER_STATE_WORDS = [
  "pooled",
  "queued",
  "working",
  "waiting",
  "completed",
  "closed",
  "withdrawn",
  "ignore",
] as const;

/** A profile kept for the exports of a source; used when files with the same headers come again. */
export const SavedProfileSchema = z.object({
  source: z.string(),
  name: z.string(),
  document: ProfileDocumentSchema,
  /** Headers of the files it was made for, a list for each table. */
  headers: z.array(z.array(z.string())),
  author: z.string(),
  saved_at: InstantSchema,
});

export const SavedProfilesSchema = z.object({ profiles: z.array(SavedProfileSchema) });

export const SaveProfileSchema = z.object({
  document: ProfileDocumentSchema,
  headers: z
    .array(z.array(words(500)).max(1_000))
    .max(50)
    .default([]),
});

export const ProfileParamsSchema = z.object({ source: words(64).min(1) });

export type ProfileDocument = z.infer<typeof ProfileDocumentSchema>;
export type SavedProfile = z.infer<typeof SavedProfileSchema>;
export type SavedProfiles = z.infer<typeof SavedProfilesSchema>;
export type SaveProfileInput = z.input<typeof SaveProfileSchema>;
