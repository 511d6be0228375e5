/**
 * A copy of `text` that holds on to nothing else. A piece cut out of a file's text keeps that whole text in memory, so what outlives its
 * row is copied.
 */
export const compact = (text: string): string => Buffer.from(text, "utf16le").toString("utf16le");

const MOST_WORDS = 100_000;

/** `change`, remembered per word: an export uses few different ones in many rows. */
export function remember<T>(change: (word: string) => T): (word: string) => T {
  const seen = new Map<string, T>();
  return (word) => {
    const known = seen.get(word);
    if (known !== undefined || seen.has(word)) return known as T;
    const kept = compact(word);
    const changed = change(kept);
    if (seen.size < MOST_WORDS) seen.set(kept, changed);
    return changed;
  };
}
