import { createHash } from "node:crypto";
import { readBytes, readHead } from "./bytes";
import { type Dialect, detectDialect } from "./csv/dialect";
import { QuoteWatch } from "./csv/quote-watch";
import { refusals } from "./refusals";
import { Utf8Watch } from "./utf8-watch";
import { asUtf8, type Utf16, utf16Of } from "./utf16";
import type { ReadWatch } from "./watch";

export type Encoding = "utf-8" | "gb18030" | Utf16;

/** What one pass over a file tells of it. Whatever refuses it whole is found here, before a row is used. */
export interface Survey {
  readonly path: string;
  readonly gzip: boolean;
  readonly encoding: Encoding;
  readonly format: "csv" | "ndjson" | "xes";
  /** Of CSV alone. */
  readonly dialect: Dialect | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly unpackedBytes: number;
  /** Some row holds a NUL character. */
  readonly nul: boolean;
}

const MOST_TIMES = 1000;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

const withoutBom = (bytes: Buffer): Buffer => (bytes.subarray(0, 3).equals(BOM) ? bytes.subarray(3) : bytes);

/** Refuses what is no table. `head` is the start of the unpacked file, as UTF-8 where it was UTF-16. */
function recognise(path: string, head: Buffer): Survey["format"] {
  const text = withoutBom(head).toString("latin1");
  const firstLine = text.slice(0, 4096).split("\n", 1)[0] ?? "";
  if (firstLine.includes("\0")) throw refusals.binary(path);
  const start = text.trimStart();
  if (start.startsWith("[{") || start.startsWith("[\n") || start.startsWith("[\r")) throw refusals.jsonArray(path);
  if (/^<(?:!doctype html|html|head|body|table|meta|style|div)[\s>]/i.test(start)) throw refusals.webTable(path);
  if (/^<(?:\?xml|!--|!DOCTYPE|log[\s>])/i.test(start)) {
    if (/urn:schemas-microsoft-com:office:(?:excel|spreadsheet)|<html/i.test(start)) throw refusals.webTable(path);
    return "xes";
  }
  return start.startsWith("{") ? "ndjson" : "csv";
}

async function checkGb18030(path: string, gzip: boolean, brokenAt: number, { signal }: ReadWatch): Promise<void> {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  try {
    for await (const chunk of readBytes(path, gzip, { signal })) decoder.decode(chunk, { stream: true });
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw refusals.encoding(path, brokenAt);
    throw error;
  }
}

/** Reads the whole file once; throws a Refusal for one that cannot be used. */
export async function survey(path: string, watch: ReadWatch = {}): Promise<Survey> {
  const { size, gzip } = await readHead(path);
  const sha256 = createHash("sha256");
  const utf8 = new Utf8Watch();
  let quotes: QuoteWatch | null = null;
  let dialect: Dialect | null = null;
  let format: Survey["format"] = "csv";
  let utf16: Utf16 | null = null;
  let unpackedBytes = 0;
  let nul = false;
  const onFirst = (head: Buffer): void => {
    utf16 = utf16Of(head);
  };
  for await (const chunk of asUtf8(
    readBytes(path, gzip, watch, (packed) => sha256.update(packed)),
    onFirst,
  )) {
    if (unpackedBytes === 0) {
      format = recognise(path, chunk);
      dialect = format === "csv" ? detectDialect(withoutBom(chunk).toString("latin1")) : null;
      quotes = dialect && new QuoteWatch(dialect);
    }
    unpackedBytes += chunk.length;
    if (gzip && unpackedBytes > MOST_TIMES * size) throw refusals.bomb(path);
    utf8.push(chunk);
    quotes?.push(unpackedBytes === chunk.length ? withoutBom(chunk) : chunk);
    nul ||= chunk.includes(0);
  }
  if (unpackedBytes === 0) throw refusals.empty(path);
  utf8.end();
  if (utf8.brokenAt !== null && format !== "xes") await checkGb18030(path, gzip, utf8.brokenAt, watch);
  if (quotes?.openedInLine) throw refusals.openQuote(path, quotes.openedInLine);
  return {
    path,
    gzip,
    encoding: utf16 ?? (utf8.brokenAt === null ? "utf-8" : "gb18030"),
    format,
    dialect,
    sha256: sha256.digest("hex"),
    bytes: size,
    unpackedBytes,
    nul,
  };
}
