/** Beyond so many comparisons two texts count as different where they differ at all: no paragraph of a paper is that long. */
const MOST = 4_000_000;

/** Pairs of places at which two sequences have the same, as many as possible, in order. */
export function common<T>(before: readonly T[], after: readonly T[]): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const pairs: (readonly [number, number])[] = Array.from({ length: start }, (_, place) => [place, place] as const);
  for (const [a, b] of middle(before.slice(start, before.length - tail), after.slice(start, after.length - tail)))
    pairs.push([start + a, start + b]);
  for (let left = tail; left > 0; left--) pairs.push([before.length - left, after.length - left]);
  return pairs;
}

/** The longest common subsequence, by the table of its lengths. */
function middle<T>(before: readonly T[], after: readonly T[]): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  if (before.length * width > MOST) return [];
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = before.length - 1; a >= 0; a--)
    for (let b = after.length - 1; b >= 0; b--)
      lengths[a * width + b] = before[a] === after[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
  const pairs: (readonly [number, number])[] = [];
  let a = 0;
  let b = 0;
  while (a < before.length && b < after.length) {
    if (before[a] === after[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}
