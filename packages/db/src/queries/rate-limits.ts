import type { Runner } from "../connect";

export interface Window {
  /** What was taken in this window, this time included. */
  readonly points: number;
  /** Seconds until a new one begins, 1 at least. */
  readonly secondsLeft: number;
}

/**
 * Takes one point in the window of `kind` and `key`, which lasts `seconds` from its first. One statement, so that servers beside each other
 * count together; the clock is the database's, for the same reason.
 */
export async function takePoint(sql: Runner, kind: string, key: string, seconds: number): Promise<Window> {
  const [row] = await sql<{ points: number; left: number }[]>`
    insert into rate_limit as r (kind, key, points, until)
    values (${kind}, ${key}, 1, clock_timestamp() + ${seconds} * interval '1 second')
    on conflict (kind, key) do update set
      points = case when r.until <= clock_timestamp() then 1 else least(r.points, 1000000000) + 1 end,
      until = case when r.until <= clock_timestamp() then excluded.until else r.until end
    returning points, greatest(1, ceil(extract(epoch from until - clock_timestamp())))::int as left`;
  return { points: row?.points ?? 1, secondsLeft: row?.left ?? seconds };
}

/** Takes windows away that ended. */
export async function clearRateLimits(sql: Runner): Promise<void> {
  await sql`delete from rate_limit where until < clock_timestamp()`;
}
