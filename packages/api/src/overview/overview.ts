import { VERDICTS } from "@tianyan/core";
import { z } from "zod";
import { askedInstant, many, words } from "../shared/query";
import { InstantSchema, LevelCountsSchema, RuleIdSchema } from "../shared/values";

export const OverviewQuerySchema = z.object({
  /** T: what came later does not exist. Absent: now. */
  at: askedInstant().optional(),
  /** The period, in whole local dates. Absent: the month of T; `from` alone: up to the date of T. */
  from: askedInstant().optional(),
  to: askedInstant().optional(),
  source: many(words()),
});

const count = () => z.number().int();
const PeriodSchema = z.object({ from: InstantSchema, to: InstantSchema });
const ChangeSchema = z.object({ now: count(), before: count() });

/**
 * Figures of a period as they stand at T. Exempt orders, and findings exempt by these or by a unit's explanation that was accepted, are in none of them but `accepted`.
 * Each count is the `total` of a list: findings by `view=all&exempt=false` with the period and what the row names, orders
 * by the period, or by `did` with the row's units.
 */
export const OverviewSchema = PeriodSchema.extend({
  at: InstantSchema,
  running: z.boolean(),
  /** What the period is held against: as long, and where it is running, as far. */
  before: PeriodSchema,
  /** Findings with their first step in the period. */
  findings: ChangeSchema.extend({ level: LevelCountsSchema, /** `did=found` */ orders: count() }),
  /** Orders accepted. */
  accepted: ChangeSchema,
  /** Orders with a return rejected, approved; handed from unit to unit. */
  returns: z.object({ rejected: count(), approved: count() }),
  handed_on: count(),
  /** Most findings first. */
  rules: z.array(ChangeSchema.extend({ rule: RuleIdSchema })),
  trend: z.object({
    step: z.enum(["week", "month"]),
    parts: z.array(PeriodSchema),
    /** `part` is a place in `parts`; those without findings are left out. */
    cells: z.array(LevelCountsSchema.extend({ rule: RuleIdSchema, part: count() })),
  }),
  /** Orders that came to a unit in the period (`did=received`), and those of them with a finding that names it (`did=flagged`). */
  units: z.object({
    received: count(),
    flagged: count(),
    /** Sorted by name. The verdict is null below the minimum volume. */
    items: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        received: count(),
        flagged: count(),
        verdict: z.enum(VERDICTS).nullable(),
      }),
    ),
  }),
  /** Orders by who was answered and by which centre: `did=return_rejected`, `did=return_approved`. Most first. */
  returned: z.array(
    z.object({
      unit: z.string(),
      unit_name: z.string(),
      centre: z.string(),
      centre_name: z.string(),
      rejected: count(),
      approved: count(),
    }),
  ),
  /** Orders by the units between which they changed hands, straight or by way of a centre: `did=handed_on`. Most first. */
  handed: z.array(
    z.object({ from: z.string(), from_name: z.string(), to: z.string(), to_name: z.string(), orders: count() }),
  ),
  /** Most findings first; category is the first part of the path. */
  districts: z.array(
    z.object({
      district: z.string(),
      accepted: count(),
      findings: count(),
      rules: z.array(z.object({ value: RuleIdSchema, count: count() })),
      categories: z.array(z.object({ value: z.string(), count: count() })),
    }),
  ),
});

export type OverviewQuery = z.output<typeof OverviewQuerySchema>;
export type OverviewQueryInput = {
  at?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  source?: string | readonly string[] | undefined;
};
export type Overview = z.infer<typeof OverviewSchema>;
export type OverviewUnit = Overview["units"]["items"][number];
export type OverviewDistrict = Overview["districts"][number];
