import { createHash } from "node:crypto";
import { findHeader, type KnownHeader } from "../readers/header";
import { locate } from "../readers/locate";
import type { OpenFile } from "../readers/open-file";
import type { RawRow, TableReader } from "../readers/reader";
import { refusals } from "../readers/refusals";
import { isTotals, repeatsHeader } from "../readers/row-kinds";
import type { ReadWatch } from "../readers/watch";
import { Refusal } from "../refusal";
import { openPlain } from "../sealed/open-plain";
import { unpack } from "./plain-file";
import type { SheetHead, WorkbookHead } from "./protocol";
import { askForHead, askForRows } from "./worker-client";
import { readDirectory } from "./zip-directory";

/** Messages name the file that the caller named, not the copy that was unpacked. */
function inItsName(error: unknown, plain: string, path: string): unknown {
  if (!(error instanceof Refusal) || plain === path) return error;
  const { zh, en } = error.words;
  return new Refusal(error.code, { zh: zh.replaceAll(plain, path), en: en.replaceAll(plain, path) });
}

/** A bomb that says it is one is refused here: starting the thread costs more than reading a directory. */
async function checkedHead(path: string, watch: ReadWatch): Promise<WorkbookHead> {
  const file = await openPlain(path);
  try {
    await readDirectory(path, file, file.size);
  } finally {
    await file.close();
  }
  return askForHead(path, watch);
}

async function readHead(path: string, gzip: boolean, watch: ReadWatch): Promise<WorkbookHead> {
  if (!gzip) return checkedHead(path, watch);
  const plain = await unpack(path, watch);
  try {
    return { ...(await checkedHead(plain.path, watch)), sha256: plain.sha256, bytes: plain.bytes };
  } catch (error) {
    throw inItsName(error, plain.path, path);
  } finally {
    await plain.remove();
  }
}

type Request = Omit<Parameters<typeof askForRows>[0], "path">;

async function* readRows(
  path: string,
  gzip: boolean,
  request: Request,
  watch?: ReadWatch,
): AsyncGenerator<readonly RawRow[]> {
  if (!gzip) {
    yield* askForRows({ path, ...request }, watch);
    return;
  }
  const plain = await unpack(path, watch);
  try {
    yield* askForRows({ path: plain.path, ...request }, watch);
  } catch (error) {
    throw inItsName(error, plain.path, path);
  } finally {
    await plain.remove();
  }
}

/** Without breaks of lines and the blanks around them. */
const inOneLine = (cell: string): string =>
  cell
    .split(/[\r\n]+/)
    .map((part, at) => (at === 0 ? part : part.trimStart()))
    .map((part, at, parts) => (at === parts.length - 1 ? part : part.trimEnd()))
    .join("");

function openSheet(path: string, gzip: boolean, place: number, sheet: SheetHead, known: KnownHeader): TableReader {
  const rows = sheet.rows.map(({ cells }) => cells);
  const header = findHeader(rows, known);
  // A header is one line for us, whatever breaks of lines it has.
  const columns = (rows[header] ?? []).map(inOneLine);
  const headerLine = sheet.rows[header]?.line ?? 0;
  const { hiddenColumns, merged } = sheet;
  return {
    columns,
    headerRow: headerLine,
    sample: rows.slice(header + 1).filter((cells) => !repeatsHeader(cells, rows[header] ?? []) && !isTotals(cells)),
    openEnded: false,
    read: (wanted, watch) => {
      const places = locate(path, columns, wanted);
      const request = { sheet: place, headerLine, columns: rows[header] ?? [], places, hiddenColumns, merged };
      return readRows(path, gzip, request, watch);
    },
  };
}

/** Several tables of one file are told apart where files are told apart by their hash. */
const hashOfSheet = (sha256: string, sheet: string): string =>
  createHash("sha256").update(`${sha256}\0${sheet}`).digest("hex");

/** Opens the sheets of a workbook that are visible and hold anything; throws a Refusal for one that cannot be used. */
export async function openWorkbook(
  path: string,
  gzip: boolean,
  known: KnownHeader,
  watch: ReadWatch = {},
): Promise<readonly OpenFile[]> {
  const head = await readHead(path, gzip, watch);
  const { sha256, bytes, unpackedBytes } = head;
  const used = head.sheets
    .map((sheet, place) => ({ sheet, place }))
    .filter(({ sheet }) => !sheet.hidden && sheet.rows.length > 0);
  if (used.length === 0) throw refusals.emptyWorkbook(path);
  return used.map(({ sheet, place }) => ({
    survey: { sha256: used.length > 1 ? hashOfSheet(sha256, sheet.name) : sha256, bytes, unpackedBytes },
    reader: openSheet(path, gzip, place, sheet, known),
    toRead: sheet.toRead,
    format: "xlsx",
    encoding: null,
    delimiter: null,
    sheet: used.length > 1 ? sheet.name : null,
  }));
}
