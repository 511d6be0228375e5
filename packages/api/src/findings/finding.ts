import { z } from "zod";
import { InstantOrNull, InstantSchema, LevelSchema, RuleIdSchema } from "../shared/values";
import { TriageSchema } from "../triage/decision";
import { PrioritySchema } from "../triage/priority";
import { VerifiedSchema } from "../triage/verified";

export const NamedUnitSchema = z.object({ code: z.string(), name: z.string(), since: InstantSchema });

export const MeasureSchema = z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string()), z.null()]));

/** A finding as it stood at T: later events do not exist. */
export const FindingSchema = z.object({
  /** Identity within the order: `rule|unit or empty|start event or empty`. */
  key: z.string(),
  key_unit: z.string().nullable(),
  key_event: z.string().nullable(),
  rule: RuleIdSchema,
  /** The highest step reached at T; null where the first is still to come. */
  level: LevelSchema.nullable(),
  active: z.boolean(),
  yellow_at: InstantOrNull,
  orange_at: InstantOrNull,
  red_at: InstantOrNull,
  cleared_at: InstantOrNull,
  /** When the present level was reached. */
  since: InstantOrNull,
  /** The next step after T, unless someone acts. */
  next: z.object({ level: LevelSchema, at: InstantSchema }).nullable(),
  units: z.array(NamedUnitSchema),
  events: z.array(z.string()),
  exempt: z.boolean(),
  provisional: z.boolean(),
  measure: MeasureSchema,
});

/** Beside a finding: what people made of it, and of others of its rule. */
export const JudgedByPeopleSchema = z.object({
  /** Null to a unit's contact. */
  triage: TriageSchema.nullable(),
  /** How often the rule was right; null to a unit's contact. */
  verified: VerifiedSchema.nullable(),
  /** To a unit's contact, who is not told who decided and why: it is not pursued, or exempted. Null to others. */
  settled: z.enum(["dismissed", "exempted"]).nullable(),
});

/** A row of the watchlist: the finding with what it needs of its order. */
export const FindingRowSchema = FindingSchema.extend(JudgedByPeopleSchema.shape).extend({
  /** Stable while the finding stays the same; a bigint in decimal. */
  id: z.string(),
  source: z.string(),
  order_id: z.string(),
  order_title: z.string(),
  district: z.string(),
  category: z.string(),
  /** Null to a unit's contact. */
  priority: PrioritySchema.nullable(),
  /** Of a folded list: how many findings of the order stand behind this one, under the same filters. Else 0. */
  folded: z.number().int(),
});

export const FindingsPageSchema = z.object({
  at: InstantSchema,
  /** Rows on all pages: findings, or orders where they are folded. */
  total: z.number().int(),
  /** Worst first: level, then newest step; or as `sort` says. */
  items: z.array(FindingRowSchema),
  /** For the next page; null on the last. */
  next_cursor: z.string().nullable(),
});

export type NamedUnitItem = z.infer<typeof NamedUnitSchema>;
export type FindingItem = z.infer<typeof FindingSchema>;
export type FindingRow = z.infer<typeof FindingRowSchema>;
export type FindingsPage = z.infer<typeof FindingsPageSchema>;
