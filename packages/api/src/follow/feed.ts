import { z } from "zod";
import { CaseActionSchema, CaseStageSchema } from "../cases/case";
import { many, words } from "../shared/query";
import { InstantSchema, LevelSchema, RuleIdSchema } from "../shared/values";
import { FEED_KINDS } from "./kinds";

/** A case as it stood after the change. */
export const FollowedCaseSchema = z.object({
  id: z.string(),
  number: z.string(),
  stage: CaseStageSchema,
  version: z.number().int(),
  /** Of a move: where it came from, and by what. */
  from: CaseStageSchema.nullable(),
  action: CaseActionSchema.nullable(),
});

export const FollowedFindingSchema = z.object({
  source: z.string(),
  order_id: z.string(),
  key: z.string(),
  rule: RuleIdSchema,
  /** Codes of the units that it names. */
  units: z.array(z.string()),
  /** On the watchlist; null once it left it, and where somebody decided. */
  level: LevelSchema.nullable(),
  /** What was decided; null: nothing. */
  decision: z.string().nullable(),
  /** Why it was dismissed or exempted, as a code. */
  reason: z.string().nullable(),
});

/** One thing that became of a case or a finding: the body of a webhook too. It holds no text that anybody wrote, and nobody's name. */
export const FeedEntrySchema = z.object({
  /** Grows by one; a webhook may come twice, or before an earlier one. */
  seq: z.string(),
  kind: z.enum(FEED_KINDS),
  at: InstantSchema,
  case: FollowedCaseSchema.nullable(),
  finding: FollowedFindingSchema.nullable(),
});

const SequenceSchema = words(20).regex(/^\d{1,18}$/);

export const FeedQuerySchema = z.object({
  /** Told after this one; absent: from the oldest that is kept. */
  after: SequenceSchema.optional(),
  kind: many(z.enum(FEED_KINDS)),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Oldest first. */
export const FeedPageSchema = z.object({
  items: z.array(FeedEntrySchema),
  /** What to ask `after` next: everything up to it was looked through. */
  next: z.string(),
  /** There is more already. */
  more: z.boolean(),
});

export type FeedEntry = z.infer<typeof FeedEntrySchema>;
export type FeedQuery = z.output<typeof FeedQuerySchema>;
export type FeedQueryInput = {
  after?: string | undefined;
  kind?: string | readonly string[] | undefined;
  limit?: number | undefined;
};
export type FeedPage = z.infer<typeof FeedPageSchema>;
