import { readBytes } from "./bytes";
import type { Survey } from "./survey";
import { unfinishedBytes } from "./utf8-watch";
import { asUtf8 } from "./utf16";
import type { ReadWatch } from "./watch";

const BOM = "\ufeff";

/** The text of a surveyed file, in pieces, without its byte order mark. */
export async function* readText(file: Survey, watch: ReadWatch = {}): AsyncGenerator<string, void, undefined> {
  let first = true;
  for await (const piece of file.encoding === "gb18030" ? readGb18030(file, watch) : readUtf8(file, watch)) {
    yield first && piece.startsWith(BOM) ? piece.slice(1) : piece;
    first = false;
  }
}

/** The survey has found it valid; cut characters are kept for the next piece. Much faster than a streaming decoder. */
async function* readUtf8({ path, gzip }: Survey, watch: ReadWatch): AsyncGenerator<string, void, undefined> {
  let rest: Buffer | null = null;
  for await (const chunk of asUtf8(readBytes(path, gzip, watch))) {
    const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - unfinishedBytes(bytes);
    rest = whole < bytes.length ? Buffer.from(bytes.subarray(whole)) : null;
    if (whole > 0) yield bytes.toString("utf8", 0, whole);
  }
}

async function* readGb18030({ path, gzip }: Survey, watch: ReadWatch): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("gb18030");
  for await (const chunk of readBytes(path, gzip, watch)) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
