import type { SavedProfile } from "@tianyan/api";

/** A canonical column and the headers that stand for it, several joined. */
export interface ColumnLine {
  readonly table: "events" | "orders";
  readonly column: string;
  readonly headers: readonly string[];
}

export interface WordLine {
  readonly word: string;
  /** Kinds, or a status; `ignore` for rows that are skipped. */
  readonly meanings: readonly string[];
}

/** What a saved profile says of how files are read. */
export interface Reading {
  readonly shape: "event" | "state" | "step";
  /** Null: each file as its own rows run. */
  readonly rows: "oldest-first" | "newest-first" | null;
  /** Null: as the values tell. */
  readonly dates: "dmy" | "mdy" | null;
  readonly columns: readonly ColumnLine[];
  readonly words: readonly WordLine[];
}

const entriesOf = (value: unknown): readonly (readonly [string, readonly string[]])[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([key, one]) => [key, (Array.isArray(one) ? one : [one]).map(String)])
    : [];

const oneOf = <T extends string>(words: readonly T[], word: unknown): T | null =>
  words.find((one) => one === word) ?? null;

export function readingOf({ document }: Pick<SavedProfile, "document">): Reading {
  const columns = (["events", "orders"] as const).flatMap((table) =>
    entriesOf(document[table]).map(([column, headers]) => ({ table, column, headers })),
  );
  // An order's number is named once, though both tables need it.
  const named = columns.filter(
    ({ table, column }) =>
      table === "events" || column !== "order_id" || !columns.some((one) => one.table === "events"),
  );
  const shape = oneOf(["event", "state", "step"] as const, document.shape) ?? "event";
  const words = { event: document.kinds, state: document.status, step: document.outcomes }[shape];
  return {
    shape,
    rows: oneOf(["oldest-first", "newest-first"] as const, document.rows),
    dates: oneOf(["dmy", "mdy"] as const, document.dates),
    columns: named,
    words: entriesOf(words).map(([word, meanings]) => ({ word, meanings })),
  };
}

/** The document as the file that the command line takes: JSON is YAML. */
export const fileOf = ({ source, document }: Pick<SavedProfile, "source" | "document">) => ({
  name: `${source.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_")}.yaml`,
  text: `${JSON.stringify(document, null, 2)}\n`,
});
