import { writeZip, type ZipPart } from "../src/xlsx/zip-writer";

/** A cell of a workbook made for a test: a text is a shared one. */
export type TestCell =
  | string
  | number
  | null
  | { readonly inline: string }
  | { readonly rich: readonly string[] }
  | { readonly date: number; readonly style?: number }
  | { readonly error: string }
  | { readonly xml: string };

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly state?: "hidden" | "veryHidden";
  readonly merges?: readonly string[];
  /** From 1. */
  readonly hidden?: readonly number[];
}

export async function bytesOf(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

export const zip = (parts: readonly ZipPart[]): Promise<Buffer> => bytesOf(writeZip(parts));

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const letter = (column: number): string => String.fromCharCode(65 + column);

/** Style 1 is a date with time, 2 a Chinese date, 3 a length of time. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/><numFmt numFmtId="165" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

/** An XLSX workbook as a spreadsheet program writes one. */
export function workbook(sheets: readonly TestSheet[], options: { readonly date1904?: boolean } = {}): Promise<Buffer> {
  const strings: string[] = [];
  const shared = (xml: string): number => strings.push(xml) - 1;
  const cellXml = (cell: TestCell, place: string): string => {
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === "string") return `<c r="${place}" t="s"><v>${shared(`<t>${escapeXml(cell)}</t>`)}</v></c>`;
    if ("inline" in cell) return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell.inline)}</t></is></c>`;
    if ("rich" in cell) {
      const runs = cell.rich
        .map((run) => `<r><rPr><b/></rPr><t xml:space="preserve">${escapeXml(run)}</t></r>`)
        .join("");
      return `<c r="${place}" t="s"><v>${shared(`${runs}<rPh sb="0" eb="1"><t>pinyin</t></rPh>`)}</v></c>`;
    }
    if ("date" in cell) return `<c r="${place}" s="${cell.style ?? 1}"><v>${cell.date}</v></c>`;
    if ("error" in cell) return `<c r="${place}" t="e"><f>1/0</f><v>${cell.error}</v></c>`;
    return cell.xml.replace("PLACE", place);
  };
  const sheetXml = ({ rows, merges = [], hidden = [] }: TestSheet): string => {
    const cols = hidden.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`).join("");
    const data = rows
      .map(
        (row, line) =>
          `<row r="${line + 1}">${row.map((cell, at) => cellXml(cell, `${letter(at)}${line + 1}`)).join("")}</row>`,
      )
      .join("");
    const merged =
      merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : "";
    return `<worksheet>${cols ? `<cols>${cols}</cols>` : ""}<sheetData>${data}</sheetData>${merged}</worksheet>`;
  };
  const sheetParts = sheets.map((sheet, at) => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: [sheetXml(sheet)],
  }));
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return zip([
    {
      name: "_rels/.rels",
      content: [`<Relationships>${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`],
    },
    {
      name: "xl/workbook.xml",
      content: [
        `<workbook xmlns:r="x"><workbookPr${options.date1904 ? ' date1904="1"' : ""}/><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="s${at}"/>`).join("")}</sheets></workbook>`,
      ],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: [
        `<Relationships>${sheets.map((_, at) => relation(`s${at}`, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("")}${relation("st", "styles", "styles.xml")}${relation("ss", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>`,
      ],
    },
    { name: "xl/styles.xml", content: [STYLES] },
    ...sheetParts,
    { name: "xl/sharedStrings.xml", content: [`<sst>${strings.map((xml) => `<si>${xml}</si>`).join("")}</sst>`] },
  ]);
}
