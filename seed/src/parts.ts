import { ordersBefore, type Stretch } from "./intake/arrivals";
import { intakeDays } from "./intake/days";
import type { DemoOptions } from "./simulate";

/** Whole months of a county, to be loaded by themselves. */
export interface DemoPart extends Stretch {
  /** `2026-09`: the first month and the last. */
  readonly first: string;
  readonly last: string;
  readonly orders: number;
}

/** About so many orders make a part: some seconds' work, which is what a cut costs. */
export const MOST_ORDERS = 25_000;

const monthOf = (date: number): string => new Date(date * 86_400_000).toISOString().slice(0, 7);

/** The county in parts of whole months, the newest first: what there is to look at is there at once, what lies back follows. */
export function demoParts({ orders, seed, until }: DemoOptions, most = MOST_ORDERS): readonly DemoPart[] {
  const days = intakeDays(orders, seed, until);
  const before = ordersBefore(days, orders, seed);
  const ordersOf = (from: number, to: number): number => (before[to] ?? 0) - (before[from] ?? 0);
  const starts = days.flatMap(({ date }, place) =>
    place === 0 || monthOf(date) !== monthOf(days[place - 1]?.date ?? 0) ? [place] : [],
  );
  const parts: DemoPart[] = [];
  for (let to = days.length; to > 0; ) {
    const own = starts.filter((start) => start < to);
    const whole = own.find((start) => ordersOf(start, to) <= most);
    const from = whole ?? own.at(-1) ?? 0;
    const [first, last] = [days[from]?.date ?? 0, days[to - 1]?.date ?? 0];
    parts.push({ from, to, first: monthOf(first), last: monthOf(last), orders: ordersOf(from, to) });
    to = from;
  }
  return parts;
}
