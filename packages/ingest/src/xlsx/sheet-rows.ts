import { refusals } from "../readers/refusals";
import type { XmlEvents } from "../readers/xml";
import { columnNumber, Merges } from "./merges";
import { numberText, serialText } from "./number-formats";
import type { SharedStrings } from "./shared-strings";
import { plainText, type Workbook, type WorkbookSheet } from "./workbook";
import { parsePart } from "./xml-part";
import type { OnPacked } from "./zip-entry";

/** A row of a sheet that is not blank, its cells as texts. */
export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly line: number;
  /** Trimmed; "" where nothing is there. */
  readonly cells: string[];
  /** Columns (from 0) whose formula has failed: `#N/A`. */
  readonly failed: readonly number[];
}

export interface SheetContext {
  readonly book: Workbook;
  readonly strings: SharedStrings;
  readonly dates: readonly boolean[];
}

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** Column of `AB12`, from 0. */
function columnOf(reference: string): number {
  let letters = 0;
  while (reference.charCodeAt(letters) >= 65) letters++;
  return columnNumber(reference.slice(0, letters));
}

/** The rows of a sheet in batches, blank ones left out, as the cells stand there: blocks of merged cells have only their first. */
export async function* readSheetRows(
  { book, strings, dates }: SheetContext,
  sheet: WorkbookSheet,
  onPacked?: OnPacked,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let batch: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let failed: number[] = [];
  let column = -1;
  let type = "";
  let style = 0;
  let value = "";
  let reading = false;
  let spoken = false;
  let filled = false;

  const put = (): void => {
    const text = cellText();
    if (text === "") return;
    if (type === "e") failed.push(column);
    filled = true;
    while (cells.length < column) cells.push("");
    cells[column] = text;
  };
  const cellText = (): string => {
    switch (type) {
      case "s":
        return value === "" ? "" : strings.get(Number(value)).trim();
      case "n":
      case "": {
        if (value === "") return "";
        const date = dates[style] === true ? serialText(Number(value), book.from1904) : null;
        return date ?? numberText(value.trim());
      }
      case "b":
        return value === "1" ? "TRUE" : value === "0" ? "FALSE" : value;
      case "d":
        return value.trim().replace("T", " ");
      default:
        return plainText(value).trim();
    }
  };

  const events: XmlEvents = {
    open(name, attributes) {
      if (name === "c") {
        const at = attributes.r ? columnOf(attributes.r) : column + 1;
        if (!(at >= 0 && at < MOST_COLUMNS)) throw refusals.damagedWorkbook(book.path);
        column = at;
        type = attributes.t ?? "";
        style = Number(attributes.s ?? 0);
        value = "";
      } else if (name === "v" || name === "t") reading = !spoken;
      else if (name === "rPh") spoken = true;
      else if (name === "row") {
        const at = attributes.r ? Number(attributes.r) : line + 1;
        if (!(at > line && at <= MOST_ROWS)) throw refusals.damagedWorkbook(book.path);
        line = at;
        cells = [];
        failed = [];
        column = -1;
        filled = false;
      }
    },
    close(name) {
      if (name === "v" || name === "t") reading = false;
      else if (name === "c") put();
      else if (name === "rPh") spoken = false;
      else if (name === "row" && filled) batch.push({ line, cells, failed });
    },
    text(piece) {
      if (reading) value += piece;
    },
  };
  const part = parsePart(book.path, sheet.entry, events, onPacked);
  for await (const _ of part) {
    if (batch.length === 0) continue;
    yield batch;
    batch = [];
  }
}

/** What a sheet says beside its cells. */
export interface SheetLayout {
  readonly merges: Merges;
  /** From 0. */
  readonly hiddenColumns: readonly number[];
}

/** Merged blocks stand after the cells, hidden columns before them: one look over the whole sheet. */
export async function readLayout(book: Workbook, sheet: WorkbookSheet, onPacked?: OnPacked): Promise<SheetLayout> {
  const merges = new Merges();
  const hidden = new Set<number>();
  const events: XmlEvents = {
    open(name, attributes) {
      if (name === "mergeCell") merges.add(attributes.ref ?? "");
      if (name !== "col" || !["1", "true"].includes(attributes.hidden ?? "")) return;
      const last = Math.min(Number(attributes.max ?? 0), MOST_COLUMNS);
      for (let at = Number(attributes.min ?? 1); at <= last; at++) hidden.add(at - 1);
    },
  };
  const part = parsePart(book.path, sheet.entry, events, onPacked);
  for await (const _ of part);
  return { merges, hiddenColumns: [...hidden] };
}
