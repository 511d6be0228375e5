import { type Instant, instant, zone } from "@tianyan/core";

/** Dates on screen are those of the commission, whatever the reader's machine says. */
export const HOME_ZONE = "Asia/Shanghai";

const two = (n: number) => String(n).padStart(2, "0");

/** `2021-06-07` in a zone. */
export function formatDate(at: Instant, zoneName = HOME_ZONE): string {
  const { year, month, day } = zone(zoneName).local(at);
  return `${year}-${two(month)}-${two(day)}`;
}

/** `09:20`. */
export function formatTime(at: Instant, zoneName = HOME_ZONE): string {
  const { hour, minute } = zone(zoneName).local(at);
  return `${two(hour)}:${two(minute)}`;
}

/** `2021-06-07 09:20`. */
export const formatInstant = (at: Instant, zoneName = HOME_ZONE): string =>
  `${formatDate(at, zoneName)} ${formatTime(at, zoneName)}`;

const ISO_INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** A text of the API with the instants in it as people read them. */
export const inLocalTime = (text: string): string =>
  text.replace(ISO_INSTANT, (iso) => formatInstant(instant(Date.parse(iso))));

/** A deadline at midnight belongs to the day that it ends: `2021-06-09 24:00`. */
export function formatDue(at: Instant, zoneName = HOME_ZONE): string {
  if (formatTime(at, zoneName) !== "00:00") return formatInstant(at, zoneName);
  return `${formatDate(instant(at - 1), zoneName)} 24:00`;
}

/** From 0 for Sunday; of a deadline at midnight, the day that it ends. */
export function weekdayOf(date: number): number {
  return (((date + 4) % 7) + 7) % 7;
}

/** The local date, in days since 1970-01-01; with `due`, midnight counts to the day before. */
export const dateOf = (at: Instant, due = false, zoneName = HOME_ZONE): number =>
  zone(zoneName).dateOf(due ? instant(at - 1) : at);

/** `2021-07-06T09:00`, the form of the address bar and of the browser's own picker. */
export const toCivil = (at: Instant): string => `${formatDate(at)}T${formatTime(at)}`;

/** The reverse; null where the text is no time. */
export function fromCivil(text: string): Instant | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return zone(HOME_ZONE).instantOf(year, month, day, hour, minute, 0, 0);
}

/** An instant of an answer of the server. */
export const instantOrNull = (iso: string | null): Instant | null => (iso === null ? null : instant(Date.parse(iso)));
