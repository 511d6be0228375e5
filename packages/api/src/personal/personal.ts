import { z } from "zod";
import { OrderRowSchema } from "../orders/list";
import { MaskedCallerSchema } from "./masked-caller";

export const CALLER_FIELDS = ["name", "phone", "id_number", "address"] as const;

export const UnmaskSchema = z.strictObject({
  fields: z.array(z.enum(CALLER_FIELDS)).min(1).max(CALLER_FIELDS.length),
  /** Why it has to be seen; kept in the audit trail. */
  reason: z.string().trim().min(4).max(500),
});

/** The fields asked for, as they were given to the hotline; "" where nothing is known. */
export const UnmaskedCallerSchema = MaskedCallerSchema.partial();

const number = z.string().trim().min(5).max(40);

/** One number, in the body: never in an address. */
export const SearchByCallerSchema = z.union([z.strictObject({ phone: number }), z.strictObject({ id_number: number })]);

export const OrdersOfCallerSchema = z.object({
  /** In scope, newest acceptance first. */
  items: z.array(OrderRowSchema),
  /** There are more than are shown. */
  more: z.boolean(),
});

export type CallerField = (typeof CALLER_FIELDS)[number];
export type UnmaskInput = z.infer<typeof UnmaskSchema>;
export type UnmaskedCaller = z.infer<typeof UnmaskedCallerSchema>;
export type SearchByCallerInput = z.infer<typeof SearchByCallerSchema>;
export type OrdersOfCaller = z.infer<typeof OrdersOfCallerSchema>;
