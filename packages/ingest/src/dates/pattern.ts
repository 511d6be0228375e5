import { UTCDate, utc } from "@date-fns/utc";
import { format, parse } from "date-fns";
import type { WrittenTime } from "./iso";

/** Tokens of date-fns by which a text says its own offset, outside of quoted words. */
const saysOffset = (pattern: string): boolean => /[xXtT]/.test(pattern.replaceAll(/'[^']*'/g, ""));

/**
 * Reads texts written by a date-fns pattern. Reading happens in UTC, so that the clock of this machine has no part in it. Throws a
 * RangeError for a pattern that date-fns does not know.
 */
export function createPatternReader(pattern: string): (text: string) => WrittenTime | null {
  const offset = saysOffset(pattern) ? 0 : null;
  const reference = new UTCDate(0);
  const read = (text: string): WrittenTime | null => {
    const found = parse(text, pattern, reference, { in: utc });
    if (Number.isNaN(found.getTime())) return null;
    return {
      year: found.getUTCFullYear(),
      month: found.getUTCMonth() + 1,
      day: found.getUTCDate(),
      hour: found.getUTCHours(),
      minute: found.getUTCMinutes(),
      second: found.getUTCSeconds(),
      ms: found.getUTCMilliseconds(),
      offset,
    };
  };
  read(format(reference, pattern, { in: utc }));
  return read;
}
