import type { Replay } from "../history/replay-types";
import type { Instant } from "../instant";

interface Holding {
  readonly holder: string;
  readonly start: Instant;
  readonly end: Instant | null;
}

const holdings = (replay: Replay): Holding[] => [
  ...replay.legs.map((leg) => ({ holder: leg.unit, start: leg.start, end: leg.end })),
  ...replay.pools.map((pool) => ({ holder: pool.centre, start: pool.start, end: pool.end })),
];

/** Those with the greatest total; all of them, if equal. */
export function withMost(totals: ReadonlyMap<string, number>): string[] {
  const most = Math.max(...totals.values());
  return [...totals].filter(([, total]) => total === most).map(([unit]) => unit);
}

/** Adds `length` to what the unit has so far. */
export function add(totals: Map<string, number>, unit: string, length: number): void {
  if (length > 0) totals.set(unit, (totals.get(unit) ?? 0) + length);
}

/** Length of what [start, end) and the window have in common; an open end lasts for ever. */
export const overlap = (start: Instant, end: Instant | null, from: Instant, to: Instant): number =>
  Math.max(0, Math.min(end ?? to, to) - Math.max(start, from));

/** Who holds the order at an instant, after every event at or before it; null on a done order. */
function holderAt(replay: Replay, at: Instant): string | null {
  const leg = replay.legs.findLast((one) => one.start <= at && (one.end === null || one.end > at));
  const pool = replay.pools.findLast((one) => one.start <= at && (one.end === null || one.end > at));
  return leg?.unit ?? pool?.centre ?? null;
}

/** The main holders of a window: a leg's time for its unit, the pool's for its centre; of an empty one, the holder at its end. */
export function mainHolders(replay: Replay, from: Instant, to: Instant): string[] {
  const totals = new Map<string, number>();
  for (const { holder, start, end } of holdings(replay)) add(totals, holder, overlap(start, end, from, to));
  if (totals.size > 0) return withMost(totals);
  const holder = holderAt(replay, to);
  return holder === null ? [] : [holder];
}
