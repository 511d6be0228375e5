import type { Headers } from "../profiles/columns";
import { foldHeader } from "../profiles/fold";
import type { ColumnSpec } from "../profiles/profile";
import type { TableReader, Wanted } from "../readers/reader";
import { refusals } from "../readers/refusals";
import { bestFilled } from "./best-filled";

/** Which columns of a file become which canonical columns. */
export interface ColumnPlan {
  /** Canonical columns that the file has. */
  readonly columns: readonly string[];
  /** Their headers in the file, for messages. */
  readonly headers: readonly string[];
  /** What to ask the reader for. */
  readonly wanted: readonly Wanted[];
  /** Columns that the profile maps and the file lacks, by their headers. */
  readonly absent: readonly string[];
  /** Values of `columns` from those of `wanted`; "" where nothing is there. */
  readonly values: (raw: readonly string[]) => readonly string[];
}

/** Columns by built-in headers; an NDJSON object may bring a key that the first ones did not have. */
export function builtInMap(reader: TableReader, headers: Headers): Readonly<Record<string, ColumnSpec>> {
  const found = new Map<string, string>();
  for (const header of reader.columns) {
    const folded = foldHeader(header);
    if (!found.has(folded)) found.set(folded, header);
  }
  const map: Record<string, ColumnSpec> = {};
  for (const [column, variants] of Object.entries(headers)) {
    const fitting = new Set(variants.flatMap((variant) => found.get(foldHeader(variant)) ?? []));
    const header = bestFilled(column, [...fitting], reader);
    if (header !== null) map[column] = [header];
    else if (reader.openEnded) map[column] = [column];
  }
  return map;
}

/** Columns whose words a profile maps: their parts are joined as they are, empty ones included. */
const MAPPED_WORDS: readonly string[] = ["kind", "status", "outcome"];

/** The value that a list of columns makes together; of a text, empty parts are left out. */
function joined(column: string, parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== "");
  if (filled.length > 0 && MAPPED_WORDS.includes(column)) return parts.join("/");
  return filled.join(column === "category" ? ">" : "/");
}

export function planColumns(
  path: string,
  reader: TableReader,
  map: Readonly<Record<string, ColumnSpec>>,
  required: readonly string[],
  empty: ReadonlySet<string>,
): ColumnPlan {
  const known = new Set(reader.columns);
  const isThere = (spec: ColumnSpec): boolean => spec.some((header) => known.has(header));
  for (const column of required) {
    const spec = map[column];
    if (!spec || !isThere(spec)) throw refusals.missingColumn(path, spec?.join("/") ?? column, reader.columns);
  }
  const columns = Object.keys(map).filter((column) => isThere(map[column] ?? []) || reader.openEnded);
  const specs = columns.map((column) => map[column] ?? []);
  const absent = Object.values(map)
    .flat()
    .filter((header) => !known.has(header));
  return {
    columns,
    headers: specs.map((spec) => spec.join("/")),
    wanted: specs.flat().map((header) => [header]),
    absent: reader.openEnded ? [] : [...new Set(absent)],
    values: createPicker(columns, specs, empty),
  };
}

function createPicker(
  columns: readonly string[],
  specs: readonly ColumnSpec[],
  empty: ReadonlySet<string>,
): ColumnPlan["values"] {
  const single = specs.every((spec) => spec.length === 1);
  const clean = (value: string): string => (empty.has(value) ? "" : value);
  if (single) return empty.size === 0 ? (raw) => raw : (raw) => raw.map(clean);
  return (raw) => {
    let at = 0;
    return specs.map((spec, index) => {
      const parts = raw.slice(at, at + spec.length).map(clean);
      at += spec.length;
      return parts.length === 1 ? (parts[0] ?? "") : joined(columns[index] ?? "", parts);
    });
  };
}
