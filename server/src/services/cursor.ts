import { ApiError } from "@tianyan/api";
import { z } from "zod";

/** Packs the place of the last row, so that the next page goes on from it whatever came in between. */
export const packCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString("base64url");

/** Unpacks what `packCursor` made; anything else is an ApiError. */
export function unpackCursor<T extends z.ZodType>(schema: T, cursor: string | undefined): z.output<T> | null {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (error) {
    throw new ApiError("cursor.invalid", { cause: error });
  }
}

/** A bigint in decimal. */
export const IdSchema = z.string().regex(/^\d{1,18}$/);
/** Milliseconds of an instant that the database can hold, from 1900 to 9999. */
export const MillisecondsSchema = z
  .number()
  .int()
  .min(Date.UTC(1900, 0, 1))
  .max(Date.UTC(9999, 11, 31));
