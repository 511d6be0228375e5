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
/** Milliseconds that a timestamp can be. */
export const MillisecondsSchema = z.number().int().min(-8.64e15).max(8.64e15);
