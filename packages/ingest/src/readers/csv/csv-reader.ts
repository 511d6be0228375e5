import type { RawRow, TableReader, Wanted } from "../reader";
import { refusals } from "../refusals";
import type { Survey } from "../survey";
import { readText } from "../text";
import type { Dialect } from "./dialect";
import { CsvSplitter } from "./splitter";

const LONGEST_RECORD = 16_000_000;

const trimHeader = (header: string): string => header.trim();

/** The first record of the file, trimmed. */
async function readHeader(file: Survey, dialect: Dialect): Promise<readonly string[]> {
  let header: readonly string[] | null = null;
  const splitter = new CsvSplitter(dialect, (fields) => {
    header ??= fields.map(trimHeader);
  });
  for await (const piece of readText(file)) {
    splitter.push(piece);
    if (header) return header;
    if (splitter.pending > LONGEST_RECORD) throw refusals.longRecord(file.path);
  }
  splitter.end();
  if (!header) throw refusals.empty(file.path);
  return header;
}

/** Place of each wanted column in the header, -1 where it has none. */
function locate(path: string, columns: readonly string[], wanted: readonly Wanted[]): number[] {
  return wanted.map((headers) => {
    for (const header of headers) {
      const at = columns.indexOf(header);
      if (at !== -1 && columns.includes(header, at + 1)) throw refusals.doubleColumn(path, header);
      if (at !== -1) return at;
    }
    return -1;
  });
}

/** Reads a CSV file that the survey found usable. */
export async function openCsv(file: Survey, dialect: Dialect): Promise<TableReader> {
  const columns = await readHeader(file, dialect);
  return {
    columns,
    openEnded: false,
    read: (wanted) => readRows(file, dialect, columns, locate(file.path, columns, wanted)),
  };
}

async function* readRows(
  file: Survey,
  dialect: Dialect,
  columns: readonly string[],
  places: readonly number[],
): AsyncGenerator<readonly RawRow[], void, undefined> {
  let batch: RawRow[] = [];
  let row = -1;
  const splitter = new CsvSplitter(dialect, (fields, stray) => {
    row++;
    if (row > 0)
      batch.push({ row, values: pick(fields, places), broken: whatIsBroken(fields, stray, columns, file.nul) });
  });
  for await (const piece of readText(file)) {
    splitter.push(piece);
    if (splitter.pending > LONGEST_RECORD) throw refusals.longRecord(file.path);
    if (batch.length === 0) continue;
    yield batch;
    batch = [];
  }
  splitter.end();
  if (batch.length > 0) yield batch;
}

function pick(fields: readonly string[], places: readonly number[]): string[] {
  const values: string[] = [];
  for (const place of places) values.push(place === -1 ? "" : (fields[place] ?? "").trim());
  return values;
}

function whatIsBroken(
  fields: readonly string[],
  stray: boolean,
  columns: readonly string[],
  nul: boolean,
): RawRow["broken"] {
  if (stray) return { reason: "stray_quote", value: fields.join(","), column: "" };
  if (fields.length !== columns.length) return { reason: "ragged", value: fields.join(","), column: "" };
  if (!nul) return null;
  const at = fields.findIndex((field) => field.includes("\0"));
  return at === -1 ? null : { reason: "nul", value: fields[at] ?? "", column: columns[at] ?? "" };
}
