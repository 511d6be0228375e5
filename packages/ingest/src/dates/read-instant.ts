import { type Instant, instant, type Zone } from "@tianyan/core";
import type { DateOrder } from "../profiles/profile";
import { readDayFirst, readMonthFirst, readSerial, readYearFirst } from "./forms";
import { isTime, readIsoFast, type WrittenTime } from "./iso";
import { createPatternReader } from "./pattern";

/** Reads an instant as a source writes it; null for what cannot be read. */
export type ReadInstant = (text: string) => Instant | null;

function toInstant(time: WrittenTime, zone: Zone): Instant | null {
  if (!isTime(time)) return null;
  const { year, month, day, hour, minute, second, ms, offset } = time;
  if (offset === null) return zone.instantOf(year, month, day, hour, minute, second, ms);
  return instant(Date.UTC(year, month - 1, day, hour, minute, second, ms) - offset * 60_000);
}

function ownForm(dates: DateOrder): (text: string) => WrittenTime | null {
  if (dates === "iso") return () => null;
  if (dates === "dmy") return readDayFirst;
  return dates === "mdy" ? readMonthFirst : createPatternReader(dates.pattern);
}

const LONGEST = 64;

/** The forms of the source first, then those that say their order themselves; without an offset, in `zone`. */
export function createInstantReader(dates: DateOrder, zone: Zone): ReadInstant {
  const own = ownForm(dates);
  const ownFirst = typeof dates === "object";
  const readSlow = (text: string): WrittenTime | null => {
    if (text.length > LONGEST) return null;
    const folded = text.normalize("NFKC").trim();
    return (ownFirst ? null : own(folded)) ?? readYearFirst(folded) ?? readSerial(folded);
  };
  return (text) => {
    const time = (ownFirst ? own(text) : null) ?? readIsoFast(text) ?? readSlow(text);
    return time && toInstant(time, zone);
  };
}
