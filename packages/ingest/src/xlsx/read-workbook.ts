import { createHash } from "node:crypto";
import type { RawRow } from "../readers/reader";
import { isTotals, repeatsHeader } from "../readers/row-kinds";
import { plainStream } from "../sealed/open-plain";
import type { SheetHead, SheetRequest, WorkbookHead } from "./protocol";
import { readLayout, readSheetRows, type SheetContext, type SheetRow } from "./sheet-rows";
import { openWorkbookFile, readDateStyles, readStrings, type Workbook, type WorkbookSheet } from "./workbook";
import type { OnPacked } from "./zip-entry";

/** Rows of a sheet that are looked at before it is known what it holds. */
const HEAD_ROWS = 90;

async function hashOf(path: string): Promise<string> {
  const sha256 = createHash("sha256");
  for await (const chunk of await plainStream(path)) sha256.update(chunk as Buffer);
  return sha256.digest("hex");
}

async function withContext<T>(
  book: Workbook,
  onPacked: OnPacked,
  use: (context: SheetContext) => Promise<T>,
): Promise<T> {
  const strings = await readStrings(book, onPacked);
  try {
    return await use({ book, strings, dates: await readDateStyles(book) });
  } finally {
    strings.close();
  }
}

/** Looks a whole workbook through; throws a Refusal for one that cannot be used. */
export async function readWorkbookHead(path: string, onPacked: OnPacked): Promise<WorkbookHead> {
  const book = await openWorkbookFile(path);
  return withContext(book, onPacked, async (context) => {
    const sheets: SheetHead[] = [];
    for (const sheet of book.sheets) sheets.push(await readSheetHead(context, sheet, onPacked));
    return { sha256: await hashOf(path), bytes: book.bytes, unpackedBytes: book.unpackedBytes, sheets };
  });
}

async function readSheetHead(context: SheetContext, sheet: WorkbookSheet, onPacked: OnPacked): Promise<SheetHead> {
  const { merges, hiddenColumns } = await readLayout(context.book, sheet, onPacked);
  const rows: SheetRow[] = [];
  const fill = merges.createFiller();
  for await (const batch of readSheetRows(context, sheet)) {
    for (const row of batch) {
      fill(row.line, row.cells);
      for (const column of hiddenColumns) if (row.cells[column]) row.cells[column] = "";
      rows.push(row);
    }
    if (rows.length >= HEAD_ROWS) break;
  }
  const first = rows
    .slice(0, HEAD_ROWS)
    .map(({ line, cells }) => ({ line, cells: Array.from(cells, (cell) => cell ?? "") }));
  const merged = merges.count > 0;
  const toRead = (context.book.strings?.packed ?? 0) + sheet.entry.packed * (merged ? 2 : 1);
  return { name: sheet.name, hidden: sheet.hidden, rows: first, hiddenColumns, merged, toRead };
}

/** The data rows of a sheet, below its header, in batches. */
export async function* readDataRows(
  request: SheetRequest,
  onPacked: OnPacked,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const { path } = request;
  const book = await openWorkbookFile(path);
  const sheet = book.sheets[request.sheet];
  if (!sheet) return;
  const strings = await readStrings(book, onPacked);
  try {
    const context = { book, strings, dates: await readDateStyles(book) };
    const fill = request.merged ? (await readLayout(book, sheet, onPacked)).merges.createFiller() : () => {};
    let row = 0;
    for await (const batch of readSheetRows(context, sheet, onPacked)) {
      const raws: RawRow[] = [];
      for (const found of batch) {
        fill(found.line, found.cells);
        for (const column of request.hiddenColumns) if (found.cells[column]) found.cells[column] = "";
        if (found.line <= request.headerLine || repeatsHeader(found.cells, request.columns)) continue;
        if (found.cells.every((cell) => cell === "")) continue;
        raws.push(rawRow(++row, found, request));
      }
      if (raws.length > 0) yield raws;
    }
  } finally {
    strings.close();
  }
}

function rawRow(row: number, { cells, failed }: SheetRow, { columns, places }: SheetRequest): RawRow {
  const values = places.map((place) => cells[place] ?? "");
  if (isTotals(cells)) return { row, values, broken: { reason: "totals_row", value: cells.join(","), column: "" } };
  const wrong = failed.find((column) => places.includes(column));
  if (wrong !== undefined)
    return {
      row,
      values,
      broken: { reason: "failed_formula", value: cells[wrong] ?? "", column: columns[wrong] ?? "" },
    };
  const nul = cells.findIndex((cell) => cell?.includes("\0"));
  if (nul === -1) return { row, values, broken: null };
  return { row, values, broken: { reason: "nul", value: cells[nul] ?? "", column: columns[nul] ?? "" } };
}
