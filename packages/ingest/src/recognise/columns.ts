import { COMPETENCE_HEADERS, EVENT_HEADERS, type Headers, ORDER_HEADERS, UNIT_HEADERS } from "../profiles/columns";
import { foldHeader } from "../profiles/fold";
import type { ColumnSpec } from "../profiles/profile";
import type { TableReader } from "../readers/reader";
import type { TableKind } from "../rows/table";
import type { RecognisedColumn, Shape, UnusedColumn } from "./types";

const EXAMPLES = 3;

const headersOf = (kind: TableKind, shape: Shape): Headers =>
  ({ events: EVENT_HEADERS[shape], orders: ORDER_HEADERS, units: UNIT_HEADERS, competence: COMPETENCE_HEADERS })[kind];

/** How the headers of a file were understood, beside what else they might have been, and which were not. */
export function describeColumns(
  reader: TableReader,
  kind: TableKind,
  shape: Shape,
  map: Readonly<Record<string, ColumnSpec>>,
  alsoUsed: Readonly<Record<string, ColumnSpec>> | null,
): { readonly columns: readonly RecognisedColumn[]; readonly unused: readonly UnusedColumn[] } {
  const built = headersOf(kind, shape);
  const known = new Set(reader.columns);
  const columns = [...Object.entries(map), ...Object.entries(alsoUsed ?? {}).filter(([column]) => !(column in map))]
    .map(([column, spec]) => ({ column, spec: spec.filter((header) => known.has(header)) }))
    .filter(({ spec }) => spec.length > 0)
    .map(({ column, spec }) => {
      const variants = new Set((built[column] ?? []).map(foldHeader));
      const others = reader.columns.filter((header) => variants.has(foldHeader(header)) && !spec.includes(header));
      return { column, headers: spec, others };
    });
  const used = new Set(columns.flatMap(({ headers }) => headers));
  const unused = reader.columns.flatMap((header, place) => {
    const examples = new Set(reader.sample.map((row) => row[place] ?? "").filter((value) => value !== ""));
    // A column without header or without any value is no loss.
    if (used.has(header) || header === "" || (reader.sample.length > 0 && examples.size === 0)) return [];
    return [{ header, examples: [...examples].slice(0, EXAMPLES) }];
  });
  return { columns, unused };
}
