import { z } from "zod";
import { words } from "../shared/query";

/** Letters, digits and `-_.:` only, so that a key can stand in logs. */
export const IdempotencyKeySchema = z.string().regex(/^[\w.:-]{1,200}$/);

export const IngestHeadersSchema = z.object({ "idempotency-key": IdempotencyKeySchema });

/** Source of the rows; absent: that of the built-in profile. A saved profile of that name reads them. */
export const IngestQuerySchema = z.object({ source: words(64).optional() });

/**
 * A line of the answer, one for each line of the request that is not blank, in its order. `row` counts from 1.
 * `known`: on record already. An order's row is `accepted` where it changed anything.
 */
export const IngestedRowSchema = z.object({
  row: z.number().int(),
  status: z.enum(["accepted", "known", "rejected"]),
  column: z.string().optional(),
  value: z.string().optional(),
  code: z.string().optional(),
  zh: z.string().optional(),
  en: z.string().optional(),
});

export type IngestedRow = z.infer<typeof IngestedRowSchema>;
