import { type Instant, instant } from "@tianyan/core";
import { dateOf, isWorkday, startOf, weekday } from "../clock";
import { Random } from "../random";

/** One local date of intake; `weight` is its share of the orders, relative to the others. */
export interface IntakeDay {
  readonly date: number;
  readonly weight: number;
  readonly flood: boolean;
  readonly workday: boolean;
  /** No order comes in after this instant. */
  readonly end: Instant;
}

const SMALL = 20_000;
const DAYS_SMALL = 275;
const DAYS_FULL = 731;
/** Spring rain, plum rain, typhoon: one of them lies in any nine months. */
const FLOODS = ["04-15", "06-28", "09-08"] as const;
const FLOOD_DAYS = 7;

/**
 * The dates that orders come in on, up to `until`. A small demo looks back nine months and has more of the last weeks,
 * so that its watchlist is alive; a full county looks back two years.
 */
export function intakeDays(orders: number, seed: number, until: Instant): readonly IntakeDay[] {
  const small = orders < SMALL;
  const last = dateOf(until);
  const first = last - (small ? DAYS_SMALL : DAYS_FULL) + 1;
  const flood = floodStart(last);
  const days: IntakeDay[] = [];
  for (let date = first; date <= last; date++) {
    const isFlood = date >= flood && date < flood + FLOOD_DAYS;
    const jitter = 0.88 + 0.24 * new Random(seed, date).unit();
    const recent = small ? 1 + 4.4 * Math.max(0, 1 - (last - date) / 42) : 1;
    const part = date === last ? (until - startOf(date)) / 86_400_000 : 1;
    days.push({
      date,
      weight: dayWeight(date) * jitter * recent * (isFlood ? 2.1 : 1) * part,
      flood: isFlood,
      workday: isWorkday(date),
      end: instant(Math.min(until, startOf(date + 1))),
    });
  }
  return days;
}

/** Mondays are full, weekends and holidays quiet; late summer is busier than winter. */
function dayWeight(date: number): number {
  const month = new Date(date * 86_400_000).getUTCMonth();
  const season = [0.86, 0.8, 0.95, 1, 1.02, 1.08, 1.16, 1.12, 1.04, 0.98, 0.98, 1][month] ?? 1;
  if (!isWorkday(date)) return 0.8 * season;
  return (weekday(date) === 1 ? 1.16 : 1) * season;
}

/** The latest of the flood dates that lies at least three weeks before `last`. */
function floodStart(last: number): number {
  const year = new Date(last * 86_400_000).getUTCFullYear();
  const starts = [year - 1, year].flatMap((y) => FLOODS.map((day) => Date.parse(`${y}-${day}T00:00:00Z`) / 86_400_000));
  return Math.max(...starts.filter((date) => date <= last - 21));
}
