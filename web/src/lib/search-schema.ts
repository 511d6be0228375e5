import { readCondition } from "@tianyan/api";
import { z } from "zod";

/** A list in the address bar: one word or several; anything unusable is dropped rather than breaking the page. */
export const words = <T extends z.ZodType<string>>(word: T) =>
  z
    .preprocess(
      (value) =>
        value === undefined
          ? undefined
          : (Array.isArray(value) ? value : [value]).filter((one) => word.safeParse(one).success),
      z.array(word).optional(),
    )
    .transform((list) => (list && list.length > 0 ? list : undefined));

/** A single text of at most `max` characters. */
export const text = (max = 200) => z.string().trim().min(1).max(max).optional().catch(undefined);

const CIVIL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** `2021-07-06T09:00`, in the product's zone. */
export const civil = z.string().regex(CIVIL).optional().catch(undefined);

/** Conditions of one's own, as JSON. */
export const own = z
  .string()
  .refine((given) => readCondition(given) !== null)
  .optional()
  .catch(undefined);

/** `2021-07-06`. */
export const date = z.iso.date().optional().catch(undefined);
