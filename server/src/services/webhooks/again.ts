const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between attempts; the last one stays. */
const PAUSES = [10 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR] as const;

/** When a message is tried again that was tried `attempts` times; null: it is given up. */
export function triedAgainAt(attempts: number, at: number, giveUpAt: number): number | null {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0];
  const next = at + pause;
  return next > giveUpAt ? null : next;
}
