import { z } from "zod";
import { InstantSchema, LevelCountsSchema, RuleIdSchema } from "../shared/values";
import { TriageStatusSchema } from "../triage/decision";

const FacetSchema = z.object({ value: z.string(), count: z.number().int() });
const NamedFacetSchema = FacetSchema.extend({ name: z.string() });

/** Counts under the same filters, each facet without its own, so that a further choice can be seen. */
export const FindingFacetsSchema = z.object({
  at: InstantSchema,
  total: z.number().int(),
  level: LevelCountsSchema,
  rule: z.array(z.object({ value: RuleIdSchema, count: z.number().int() })),
  /** A finding counts once for each unit it names. */
  unit: z.array(NamedFacetSchema),
  district: z.array(FacetSchema),
  /** Every path and every part of it from the top: `a`, `a>b`, `a>b>c`. */
  category: z.array(FacetSchema),
  source: z.array(NamedFacetSchema),
  /** Under all filters but `status` and `mine`; empty to a unit's contact. */
  status: z.array(z.object({ value: TriageStatusSchema, count: z.number().int() })),
  /** Under the same: what `mine` alone would list. */
  mine: z.number().int(),
  /** First step since the local day of T began; `from` is the filter that lists them. */
  new_since_yesterday: z.object({ count: z.number().int(), from: InstantSchema }),
  /** First step, or first recorded, since the asker's visit before this one; null on the first. `from` is for the filter `new_since`. */
  new_since_visit: z.object({ count: z.number().int(), from: InstantSchema }).nullable(),
  /** Red step after T, before the local week ends; `before` is the filter (`red_before`) that lists them. */
  turn_red_this_week: z.object({ count: z.number().int(), before: InstantSchema }),
});

export type Facet = z.infer<typeof FacetSchema>;
export type NamedFacet = z.infer<typeof NamedFacetSchema>;
export type FindingFacets = z.infer<typeof FindingFacetsSchema>;
