/** A row that was recorded or comes in: which event it is about, and what it says. */
export interface ComparedRow {
  /** Its event id; null where the source has none. */
  readonly id: string | null;
  /** Equal for rows that say the same. */
  readonly content: string;
}

/**
 * Which of the incoming rows of one order are not recorded yet; both lists in the order of recording.
 * Without ids a row is known as often as it is recorded. With ids, rows that go over what was said last of that id are
 * known; any other is a new version of it, even one that says again what was said before the last.
 */
export function newRows<T extends ComparedRow>(recorded: readonly ComparedRow[], incoming: readonly T[]): T[] {
  const counts = new Map<string, number>();
  const versions = new Map<string, string[]>();
  for (const { id, content } of recorded) {
    if (id === null) counts.set(content, (counts.get(content) ?? 0) + 1);
    else versions.set(id, [...(versions.get(id) ?? []), content]);
  }
  const incomingVersions = new Map<string, string[]>();
  for (const { id, content } of incoming)
    if (id !== null) incomingVersions.set(id, [...(incomingVersions.get(id) ?? []), content]);
  const known = new Map<string, number>();
  for (const [id, contents] of incomingVersions) known.set(id, overlap(versions.get(id) ?? [], contents));

  return incoming.filter(({ id, content }) => {
    const left = id === null ? (counts.get(content) ?? 0) : (known.get(id) ?? 0);
    if (left === 0) return true;
    if (id === null) counts.set(content, left - 1);
    else known.set(id, left - 1);
    return false;
  });
}

/** How many of the first incoming versions are the last recorded ones, in the same order. */
function overlap(recorded: readonly string[], incoming: readonly string[]): number {
  for (let length = Math.min(recorded.length, incoming.length); length > 0; length--) {
    const start = recorded.length - length;
    if (recorded.slice(start).every((content, index) => content === incoming[index])) return length;
  }
  return 0;
}
