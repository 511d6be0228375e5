import { posix } from "node:path";
import { refusals } from "../readers/refusals";
import type { XmlEvents } from "../readers/xml";
import { openPlain } from "../sealed/open-plain";
import { datesOf } from "./number-formats";
import { SharedStrings } from "./shared-strings";
import { parsePart, parseWhole } from "./xml-part";
import { readDirectory, type ZipEntry } from "./zip-directory";
import type { OnPacked } from "./zip-entry";

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** What a workbook says of itself, without its cells. */
export interface Workbook {
  readonly path: string;
  /** Of the file. */
  readonly bytes: number;
  /** Of all its parts, as the directory says. */
  readonly unpackedBytes: number;
  /** In the order of their tabs; charts and the like are left out. */
  readonly sheets: readonly WorkbookSheet[];
  readonly from1904: boolean;
  readonly strings: ZipEntry | null;
  readonly styles: ZipEntry | null;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const relationsPath = (part: string): string =>
  posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);

/** Opens a workbook that lies on the disk; throws a Refusal for one that is none, or unpacks to too much. */
export async function openWorkbookFile(path: string): Promise<Workbook> {
  const file = await openPlain(path);
  const entries = await readDirectory(path, file, file.size).finally(() => file.close());
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const part = (name: string): ZipEntry | null => parts.get(name.replace(/^\//, "").toLowerCase()) ?? null;

  const relationsOf = async (name: string): Promise<readonly Relation[]> => {
    const entry = part(relationsPath(name));
    if (!entry) return [];
    const found: Relation[] = [];
    await parseWhole(path, entry, {
      open(tag, { Id = "", Type = "", Target = "" }) {
        const target = Target.startsWith("/") ? Target.slice(1) : posix.join(posix.dirname(name), Target);
        if (tag === "Relationship") found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target });
      },
    });
    return found;
  };

  const book = (await relationsOf("")).find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const bookEntry = part(book);
  if (!bookEntry) throw part("content.xml") ? refusals.openDocument(path) : refusals.notAWorkbook(path);
  const relations = await relationsOf(book);
  const target = (type: string): ZipEntry | null => part(relations.find((one) => one.type === type)?.target ?? "");
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  await parseWhole(path, bookEntry, {
    open(tag, attributes) {
      if (tag === "workbookPr") from1904 = ["1", "true", "on"].includes(attributes.date1904 ?? "");
      if (tag !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const relation = relations.find((one) => one.id === id && one.type === "worksheet");
      const entry = relation && part(relation.target);
      const hidden = (attributes.state ?? "visible") !== "visible";
      if (entry) sheets.push({ name: attributes.name ?? "", hidden, entry });
    },
  });
  return {
    path,
    bytes: file.size,
    unpackedBytes: entries.reduce((sum, entry) => sum + entry.unpacked, 0),
    sheets,
    from1904,
    strings: target("sharedStrings"),
    styles: target("styles"),
  };
}

const UNICODE = /_x([0-9A-Fa-f]{4})_/g;

/** Characters that XML cannot hold are written `_x000D_`. */
export const plainText = (text: string): string =>
  text.includes("_x") ? text.replaceAll(UNICODE, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) : text;

/** The shared texts, of rich ones the text alone, without the pronunciation that Excel may keep beside it. Must be closed. */
export async function readStrings(book: Workbook, onPacked?: OnPacked): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (!book.strings) return strings;
  let text = "";
  let inText = false;
  let spoken = 0;
  try {
    const events: XmlEvents = {
      open(name) {
        if (name === "si") text = "";
        else if (name === "rPh") spoken++;
        else if (name === "t") inText = spoken === 0;
      },
      close(name) {
        if (name === "si") strings.add(plainText(text));
        else if (name === "rPh") spoken--;
        else if (name === "t") inText = false;
      },
      text(piece) {
        if (inText) text += piece;
      },
    };
    const part = parsePart(book.path, book.strings, events, onPacked);
    for await (const _ of part);
    return strings;
  } catch (error) {
    strings.close();
    throw error;
  }
}

/** Of each cell style, by number: whether its numbers are dates. */
export async function readDateStyles(book: Workbook): Promise<readonly boolean[]> {
  if (!book.styles) return [];
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  await parseWhole(book.path, book.styles, {
    open(name, attributes) {
      if (name === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return datesOf(styles, formats);
}
