import { APPROVED_ACTIONS, CASE_STAGES } from "@tianyan/core";
import { z } from "zod";
import { PostSchema } from "../accounts/posts";
import { words } from "../shared/query";
import { InstantOrNull, InstantSchema, LevelCountsSchema, LevelSchema, RuleIdSchema } from "../shared/values";

/** A finding by number and rule: no title, nothing that a citizen said. */
const DigestFindingSchema = z.object({
  source: z.string(),
  order_id: z.string(),
  rule: RuleIdSchema,
  level: LevelSchema,
  /** When that level is or will be reached. */
  since: InstantSchema,
  units: z.array(z.string()),
});

const DigestCaseSchema = z.object({
  id: z.string(),
  number: z.string(),
  stage: z.enum(CASE_STAGES),
  /** The last instant of its stage; null where the stage has none. */
  due: InstantOrNull,
  overdue: z.boolean(),
});

const section = <T extends z.ZodType>(item: T) => z.object({ total: z.number().int(), items: z.array(item) });

/** What one post has to know today; a section that the post may not see is null. */
export const DigestPartSchema = z.object({
  post: PostSchema,
  /** First step since the digest before, worst first. */
  found: section(DigestFindingSchema).extend({ levels: LevelCountsSchema }),
  /** Red before the week ends, soonest first. */
  reddening: section(DigestFindingSchema),
  /** Own cases whose stage ends within three working days, or is over. */
  cases: section(DigestCaseSchema).nullable(),
  /** Approvals that wait for a leader. */
  approvals: section(z.object({ case: z.string(), number: z.string(), action: z.enum(APPROVED_ACTIONS) })).nullable(),
  /** Measures asked of the unit and not accepted yet. */
  measures: section(
    z.object({ id: z.string(), number: z.string(), unit: z.string(), due_on: z.string(), overdue: z.boolean() }),
  ).nullable(),
  /** Own watch rules with orders that were not looked at yet. */
  watched: z.array(z.object({ id: z.string(), name: z.string(), fresh: z.number().int(), matches: z.number().int() })),
});

export const DigestSchema = z.object({
  /** Local date that it is of; one a day. */
  date: z.iso.date(),
  made_at: InstantSchema,
  /** Since when things are new. */
  since: InstantSchema,
  seen_at: InstantOrNull,
  parts: z.array(DigestPartSchema),
});

export const DigestLineSchema = z.object({
  date: z.iso.date(),
  made_at: InstantSchema,
  seen_at: InstantOrNull,
  /** How many things it names, all sections together. */
  things: z.number().int(),
  /** When it went out by mail; null: not, or not yet. */
  mailed_at: InstantOrNull,
});

/** Newest first, of the last sixty days. */
export const DigestsSchema = z.object({ items: z.array(DigestLineSchema) });
export const DigestParamsSchema = z.object({ date: z.iso.date() });

export const DigestSettingFieldsSchema = z.object({
  mail: z.boolean(),
  address: z.email().max(254).nullable(),
});

export const DigestSettingSchema = DigestSettingFieldsSchema.extend({
  /** Null: no mail leaves this installation; else the domains that it may go to, empty for any. */
  domains: z.array(words(253)).nullable(),
});

export type DigestFinding = z.infer<typeof DigestFindingSchema>;
export type DigestPart = z.infer<typeof DigestPartSchema>;
export type Digest = z.infer<typeof DigestSchema>;
export type DigestLine = z.infer<typeof DigestLineSchema>;
export type Digests = z.infer<typeof DigestsSchema>;
export type DigestSettingFields = z.output<typeof DigestSettingFieldsSchema>;
export type DigestSetting = z.infer<typeof DigestSettingSchema>;
