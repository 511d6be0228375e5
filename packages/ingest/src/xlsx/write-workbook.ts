import { writeZip, type ZipPart } from "./zip-writer";

/** A text, a number, or nothing. Texts are never formulas, whatever they begin with. */
export type Cell = string | number | null;

export interface SheetToWrite {
  /** Characters that a sheet's name cannot hold are left out; no two sheets get the same one. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Widths of the columns in characters, where they are to differ from 18. */
  readonly widths?: readonly number[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

const MOST_ROWS = 1_048_576;
const LONGEST_CELL = 32_767;
const PIECE = 64 * 1024;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Styles: 0 number, 1 text, 2 text that looks like a formula and must stay one when it is edited, 3 header. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** A text that some program might take for a formula: by its first character, in full width too, after blanks. */
export const looksLikeFormula = (text: string): boolean =>
  /^[\s\u00a0\u3000\ufeff\u200b]*[=+\-@＝＋－＠﹢﹣−\t\r]|^[\t\r]/.test(text);

/** Characters that XML cannot hold are written as Excel writes them. */
const asCode = (char: string): string =>
  char === "\t" || char === "\n" || (char >= "\u007f" && char <= "\u009f")
    ? char
    : `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\ud800-\udfff]/gu, "\ufffd")
    .replaceAll(/_x[0-9A-Fa-f]{4}_/g, (code) => `_x005F${code}`)
    .replaceAll(/\p{Cc}|[\ufffe\uffff]/gu, asCode)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

function cellXml(cell: Cell, place: string, style: number | null): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : "";
  const text = cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell;
  const found = style ?? (looksLikeFormula(text) ? 2 : 1);
  return `<c r="${place}" s="${found}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Letters of a column, from 0. */
function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function rowXml(cells: readonly Cell[], line: number, letters: readonly string[], style: number | null): string {
  let xml = `<row r="${line}">`;
  for (let at = 0; at < cells.length; at++)
    xml += cellXml(cells[at] ?? null, `${letters[at] ?? columnLetters(at)}${line}`, style);
  return `${xml}</row>`;
}

async function* sheetXml({ name, columns, widths, rows }: SheetToWrite): AsyncGenerator<string, void, undefined> {
  const letters = columns.map((_, at) => columnLetters(at));
  const wide = columns.map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths?.[at] ?? 18}" customWidth="1"/>`,
  );
  let piece = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${wide.length > 0 ? `<cols>${wide.join("")}</cols>` : ""}<sheetData>${rowXml(columns, 1, letters, 3)}`;
  let count = 1;
  for await (const row of rows) {
    if (++count > MOST_ROWS) throw new RangeError(`more than ${MOST_ROWS} rows in sheet ${name}`);
    piece += rowXml(row, count, letters, null);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</sheetData></worksheet>`;
}

/** Names as Excel takes them: at most 31 characters, some left out, each once. */
function sheetNames(sheets: readonly SheetToWrite[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, at) => {
    const bare =
      name
        .replaceAll(/[[\]:*?/\\']/g, "")
        .trim()
        .slice(0, 31) || `Sheet${at + 1}`;
    let unique = bare;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${bare.slice(0, 26)} (${n})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/**
 * The bytes of an XLSX workbook, as its rows come. Every text is written as a text: no cell is a formula. The same sheets make the same
 * bytes. Throws a RangeError for over 1,048,576 rows in a sheet.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): AsyncGenerator<Buffer, void, undefined> {
  const names = sheetNames(sheets);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts: ZipPart[] = [
    {
      name: "[Content_Types].xml",
      content: [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join("")}</Types>`,
      ],
    },
    {
      name: "_rels/.rels",
      content: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      name: "xl/workbook.xml",
      content: [
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
      ],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
      ],
    },
    { name: "xl/styles.xml", content: [STYLES] },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
  ];
  return writeZip(parts);
}
