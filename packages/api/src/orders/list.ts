import { z } from "zod";
import { ConditionTextSchema } from "../queries/condition";
import { askedInstant, many, pageOf, words } from "../shared/query";
import { DemandClassSchema, InstantOrNull, InstantSchema, LevelCountsSchema } from "../shared/values";

/**
 * What happened to an order in a period: it got a finding; it came to a unit; it came to a unit and got a finding that
 * names it; a return was rejected or approved; it was handed from unit to unit. Exempt orders are left out.
 */
export const DEEDS = ["found", "received", "flagged", "return_rejected", "return_approved", "handed_on"] as const;

export const OrdersQuerySchema = z.object({
  /** T: orders accepted later do not exist. Absent: now. */
  at: askedInstant().optional(),
  source: many(words()),
  district: many(words()),
  category: many(words(400)),
  /** Units that hold the order at T; a unit stands for all below it too. */
  unit: many(words()),
  /** At T. */
  state: z.enum(["open", "done"]).optional(),
  /** Accepted at or after `from`, before `to`. */
  from: askedInstant().optional(),
  to: askedInstant().optional(),
  did: z.enum(DEEDS).optional(),
  /** With `did`: the unit that received, returned or handed on, itself alone; and the centre that answered or the unit that got it. */
  did_unit: words().optional(),
  did_other: words().optional(),
  /** With `did`: at or after, before. */
  did_from: askedInstant().optional(),
  did_to: askedInstant().optional(),
  q: words(100).optional(),
  /** Conditions of one's own, as JSON. */
  own: ConditionTextSchema.optional(),
  ...pageOf,
});

export const OrderRowSchema = z.object({
  source: z.string(),
  order_id: z.string(),
  title: z.string(),
  category: z.string(),
  district: z.string(),
  order_type: z.string(),
  demand_class: DemandClassSchema,
  /** Null for an order of which no event is known yet. */
  accepted_at: InstantOrNull,
  state: z.enum(["open", "done"]),
  /** Who holds it at T; null in a pool, or done. */
  holder: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** Legs begun at or before T. */
  legs: z.number().int(),
  /** Findings active at T. */
  findings: LevelCountsSchema,
});

export const OrdersPageSchema = z.object({
  at: InstantSchema,
  total: z.number().int(),
  /** Newest acceptance first. */
  items: z.array(OrderRowSchema),
  next_cursor: z.string().nullable(),
});

export type Deed = (typeof DEEDS)[number];
export type OrdersQuery = z.output<typeof OrdersQuerySchema>;
export type OrdersQueryInput = Partial<{
  [K in Exclude<keyof OrdersQuery, "own">]: OrdersQuery[K] | (OrdersQuery[K] extends readonly (infer V)[] ? V : never);
}> & { own?: string | undefined };
export type OrderRow = z.infer<typeof OrderRowSchema>;
export type OrdersPage = z.infer<typeof OrdersPageSchema>;
