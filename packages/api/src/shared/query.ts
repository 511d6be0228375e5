import { z } from "zod";
import { InstantSchema } from "./values";

/** A query parameter that may be repeated: `rule=overdue&rule=unsigned`. Absent: no filter. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(item).max(200));

export const flag = () => z.enum(["true", "false"]).transform((word) => word === "true");

/** Texts of a query; PostgreSQL cannot hold NUL, so none may come in. */
export const words = (max = 200) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes("\0"));

export const pageOf = { cursor: words(2000).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) };

const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);

/** An instant that somebody asks for: between 1900 and 9999, as every database can hold it. */
export const askedInstant = () =>
  InstantSchema.refine((iso) => Date.parse(iso) >= EARLIEST && Date.parse(iso) <= LATEST);
