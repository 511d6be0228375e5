import { type Instant, zone } from "@tianyan/core";

/** A calendar date, `2026-03-09`. */
export type IsoDate = string;

const two = (part: number): string => String(part).padStart(2, "0");

/** The local date of an instant in an IANA zone. */
export function dateAt(at: Instant, zoneName: string): IsoDate {
  const { year, month, day } = zone(zoneName).local(at);
  return `${year}-${two(month)}-${two(day)}`;
}

/** 2026年3月9日: Arabic figures, no leading zero. */
export function dateText(date: IsoDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** 3月9日. */
export const shortDateText = (date: IsoDate): string => dateText(date).replace(/^\d+年/, "");
