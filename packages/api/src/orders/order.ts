import { z } from "zod";
import { FindingSchema, JudgedByPeopleSchema } from "../findings/finding";
import { MaskedCallerSchema } from "../personal/masked-caller";
import { ParametersDocumentSchema } from "../rules/document";
import { askedInstant, words } from "../shared/query";
import { DemandClassSchema, EventKindSchema, InstantOrNull, InstantSchema, RuleIdSchema } from "../shared/values";

export const OrderParamsSchema = z.object({ source: words(), order_id: words() });
export const OrderQuerySchema = z.object({
  /** T: findings as they stood then. Events come whole; whoever shows them cuts them at T. Absent: now. */
  at: askedInstant().optional(),
});

export const OrderAttributesSchema = z.object({
  source: z.string(),
  order_id: z.string(),
  title: z.string(),
  content: z.string(),
  category: z.string(),
  order_type: z.string(),
  urgency: z.string(),
  sla_class: z.string(),
  district: z.string(),
  channel: z.string(),
  line: z.string(),
  /** Always empty: which orders are of one citizen is not told by a key. */
  citizen_key: z.string(),
  location: z.string(),
  demand_class: DemandClassSchema,
});

export const EventItemSchema = z.object({
  ref: z.string(),
  has_id: z.boolean(),
  at: InstantSchema,
  position: z.number().int(),
  part: z.number().int(),
  kind: EventKindSchema,
  /** Codes; names are in `units`. */
  unit: z.string().nullable(),
  to_unit: z.string().nullable(),
  reason_code: z.string().nullable(),
  text: z.string().nullable(),
  operator: z.string().nullable(),
  result: z.string().nullable(),
  due_at: InstantOrNull,
  /** When the system learned of it, and by which batch. */
  recorded_at: InstantSchema,
  batch: z.string(),
});

/** All that the core's judge needs beside the order and its events. */
export const JudgeSettingSchema = z.object({
  parameters: ParametersDocumentSchema,
  parameters_version: z.string(),
  /** Codes; the first is the chief. */
  centres: z.array(z.string()),
  /** Only the catalogue's rows that this order's category can meet. */
  competence: z.array(z.object({ category: z.string(), unit: z.string() })),
  measurable: z.array(RuleIdSchema),
  compare_rows: z.boolean(),
});

export const BatchSchema = z.object({ id: z.string(), recorded_at: InstantSchema, files: z.array(z.string()) });

export const OrderDetailSchema = z.object({
  at: InstantSchema,
  order: OrderAttributesSchema,
  /** Masked; null where nothing is known, or is not for this post. */
  caller: MaskedCallerSchema.nullable(),
  /** Everything recorded, duplicates and corrected versions too, by (at, position, part). */
  events: z.array(EventItemSchema),
  /** Integrity flags of the replay up to T. */
  flags: z.array(z.object({ ref: z.string(), flag: z.string() })),
  units: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string(), provisional: z.boolean() })),
  setting: JudgeSettingSchema,
  findings: z.array(FindingSchema.extend(JudgedByPeopleSchema.shape)),
  batches: z.array(BatchSchema),
});

export type OrderItem = z.infer<typeof OrderAttributesSchema>;
export type EventItem = z.infer<typeof EventItemSchema>;
export type JudgeSettingItem = z.infer<typeof JudgeSettingSchema>;
export type OrderDetail = z.infer<typeof OrderDetailSchema>;
