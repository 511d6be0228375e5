import { z } from "zod";
import { ConditionTextSchema } from "../queries/condition";
import { askedInstant, flag, many, pageOf, words } from "../shared/query";
import { LevelSchema, RuleIdSchema } from "../shared/values";
import { TriageStatusSchema } from "../triage/decision";

/** What narrows findings down; each may be repeated and then means "one of these". */
const filters = {
  /** `watchlist`: what is to be looked at, at T. `all`: everything with a step at or before T, cleared and exempt included. */
  view: z.enum(["watchlist", "all"]).default("watchlist"),
  /** T; absent: now. */
  at: askedInstant().optional(),
  rule: many(RuleIdSchema),
  level: many(LevelSchema),
  /** Unit codes; a unit stands for all below it too. */
  unit: many(words()),
  district: many(words()),
  /** Category paths; a path stands for all below it. */
  category: many(words(400)),
  source: many(words()),
  /** First step at or after `from`, before `to`. */
  from: askedInstant().optional(),
  to: askedInstant().optional(),
  /** First step at or after this instant, or first recorded since, with whatever step: what is new to who looked then. */
  new_since: askedInstant().optional(),
  /** Red step after T and before this instant: what is about to turn red. */
  red_before: askedInstant().optional(),
  /** Part of the order's number or title. */
  q: words(100).optional(),
  /** Number of one order, exactly; with `source`, where it is told apart from others of that number. */
  order: words().optional(),
  /** Conditions of one's own, as JSON: over the order, and over the finding itself. */
  own: ConditionTextSchema.optional(),
  /** Only exempt ones, by the order's demand or by a unit's explanation that was accepted, or only others; absent: both. */
  exempt: flag().optional(),
  /** Where they stand. Absent: a watchlist leaves out what is dismissed, watched, exempted or in a case; `all` leaves out nothing. */
  status: many(TriageStatusSchema),
  /** Only those whose latest decision is the asker's own. */
  mine: flag().optional(),
};

export const FindingFilterSchema = z.object(filters);
/** As parsed by the server: lists are always there. */
export type FindingFilter = z.output<typeof FindingFilterSchema>;
/** As written by a caller: everything may be left out, one value needs no list. */
export type FindingFilterInput = Partial<{
  [K in Exclude<keyof FindingFilter, "own">]:
    | FindingFilter[K]
    | (FindingFilter[K] extends readonly (infer V)[] ? V : never);
}> & { own?: string | undefined };

export const FindingsQuerySchema = z.object({
  ...filters,
  ...pageOf,
  /** `level`: level, then newest step. `priority`: most points, then as by level. */
  sort: z.enum(["level", "priority"]).default("level"),
  /** `order`: of each order only the finding that comes first, with how many stand behind it; `order=` lists these. */
  fold: z.literal("order").optional(),
});
export type FindingsQuery = z.output<typeof FindingsQuerySchema>;
export type FindingsQueryInput = FindingFilterInput & {
  cursor?: string | undefined;
  limit?: number;
  sort?: FindingsQuery["sort"];
  fold?: FindingsQuery["fold"];
};
