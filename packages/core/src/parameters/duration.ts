import { DAY, HOUR, MINUTE } from "../instant";

/** `m` and `h` are natural time, `d` calendar dates, `wd` working dates, `wh` office hours (domain.md, Clock). */
export type DurationUnit = "m" | "h" | "d" | "wd" | "wh";

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** `30m`, `24h`, `7d`, `3wd`, `8wh`; null for anything else. */
export function parseDuration(text: string): Duration | null {
  const match = /^(\d{1,6})(m|h|d|wd|wh)$/.exec(text);
  if (!match) return null;
  return { amount: Number(match[1]), unit: match[2] as DurationUnit };
}

export const formatDuration = (duration: Duration): string => `${duration.amount}${duration.unit}`;

/** Milliseconds of a span of natural time; a day counts as 24 hours. Null for working time, which has no fixed length. */
export function naturalLength(duration: Duration): number | null {
  if (duration.unit === "m") return duration.amount * MINUTE;
  if (duration.unit === "h") return duration.amount * HOUR;
  if (duration.unit === "d") return duration.amount * DAY;
  return null;
}
