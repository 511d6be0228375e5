import type { Draft } from "./draft";

/** Where a profile maps the words of its shape; a profile of shape event needs no such map. */
export const FIELD_OF_SHAPE = { event: null, state: "status", step: "outcomes" } as const;

const MOST_WORDS = 1_000;
const MOST_ROWS = 200_000;

/** The different values of a column, in the tables that have it. */
export async function wordsOfColumn(drafts: readonly Draft[], column: string): Promise<readonly string[]> {
  const words = new Set<string>();
  for (const { open, map } of drafts) {
    const headers = map[column];
    if (!headers) continue;
    let rows = 0;
    for await (const batch of open.reader.read(headers.map((header) => [header]))) {
      for (const { values, broken } of batch) if (!broken && words.size < MOST_WORDS) words.add(values.join("/"));
      rows += batch.length;
      if (rows >= MOST_ROWS) break;
    }
  }
  words.delete("");
  return [...words];
}
