import { z } from "zod";
import { askedInstant, many, pageOf, words } from "../shared/query";
import { DemandClassSchema, InstantOrNull, InstantSchema, LevelCountsSchema } from "../shared/values";

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
  q: words(100).optional(),
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

export type OrdersQuery = z.output<typeof OrdersQuerySchema>;
export type OrdersQueryInput = Partial<{
  [K in keyof OrdersQuery]: OrdersQuery[K] | (OrdersQuery[K] extends readonly (infer V)[] ? V : never);
}>;
export type OrderRow = z.infer<typeof OrderRowSchema>;
export type OrdersPage = z.infer<typeof OrdersPageSchema>;
