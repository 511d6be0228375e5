/** A count of a period and of the one before. */
export interface Change {
  readonly now: number;
  readonly before: number;
}

/** From here on a change is more than chance: about once in a hundred. */
export const NOTABLE_CHANGE = 2.58;

/**
 * By how many standard deviations a count grew beyond what the volume did; negative where it fell, 0 where nothing can be
 * said. Given both volumes, each of the `now + before` events falls into the present period with a chance in proportion.
 */
export function growth({ now, before }: Change, volume: Change): number {
  const events = now + before;
  const whole = volume.now + volume.before;
  if (events === 0 || volume.now <= 0 || volume.before <= 0) return 0;
  const chance = volume.now / whole;
  return (now - events * chance) / Math.sqrt(events * chance * (1 - chance));
}
