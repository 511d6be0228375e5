import { findHeader, type KnownHeader } from "../header";
import { locate } from "../locate";
import type { RawRow, TableReader } from "../reader";
import { refusals } from "../refusals";
import { isTotals, repeatsHeader } from "../row-kinds";
import type { Survey } from "../survey";
import { readText } from "../text";
import type { ReadWatch } from "../watch";
import type { Dialect } from "./dialect";
import { CsvSplitter } from "./splitter";

const LONGEST_RECORD = 16_000_000;

const trimHeader = (header: string): string => header.trim();

/** Records looked at before it is known which one is the header, and a few rows below it. */
const HEAD_RECORDS = 90;

/** The first records of the file, trimmed. */
async function readHead(file: Survey, dialect: Dialect): Promise<readonly (readonly string[])[]> {
  const records: (readonly string[])[] = [];
  const splitter = new CsvSplitter(dialect, (fields) => {
    if (records.length < HEAD_RECORDS) records.push(fields.map(trimHeader));
  });
  for await (const piece of readText(file)) {
    splitter.push(piece);
    if (records.length >= HEAD_RECORDS) return records;
    if (splitter.pending > LONGEST_RECORD) throw refusals.longRecord(file.path);
  }
  splitter.end();
  if (records.length === 0) throw refusals.empty(file.path);
  return records;
}

/** Reads a CSV file that the survey found usable. */
export async function openCsv(file: Survey, dialect: Dialect, known: KnownHeader): Promise<TableReader> {
  const head = await readHead(file, dialect);
  const header = findHeader(head, known);
  const columns = head[header] ?? [];
  return {
    columns,
    headerRow: header + 1,
    sample: head.slice(header + 1).filter((fields) => !repeatsHeader(fields, columns) && !isTotals(fields)),
    openEnded: false,
    read: (wanted, watch) => readRows(file, dialect, { header, columns }, locate(file.path, columns, wanted), watch),
  };
}

async function* readRows(
  file: Survey,
  dialect: Dialect,
  { header, columns }: { readonly header: number; readonly columns: readonly string[] },
  places: readonly number[],
  watch?: ReadWatch,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  let batch: RawRow[] = [];
  let record = -1;
  let row = 0;
  const [first = ""] = columns;
  const splitter = new CsvSplitter(dialect, (fields, stray) => {
    record++;
    if (record <= header || (fields[0] === first && repeatsHeader(fields, columns))) return;
    row++;
    batch.push({ row, values: pick(fields, places), broken: whatIsBroken(fields, stray, columns, file.nul) });
  });
  for await (const piece of readText(file, watch)) {
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
  if (isTotals(fields)) return { reason: "totals_row", value: fields.join(","), column: "" };
  if (stray) return { reason: "stray_quote", value: fields.join(","), column: "" };
  // Fields left out at the end are empty; what stands beyond the header belongs nowhere.
  if (fields.slice(columns.length).some((field) => field.trim() !== ""))
    return { reason: "ragged", value: fields.join(","), column: "" };
  if (!nul) return null;
  const at = fields.findIndex((field) => field.includes("\0"));
  return at === -1 ? null : { reason: "nul", value: fields[at] ?? "", column: columns[at] ?? "" };
}
