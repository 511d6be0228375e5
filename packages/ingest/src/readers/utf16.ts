import { TextDecoder } from "node:util";

export type Utf16 = "utf-16le" | "utf-16be";

/** By the byte order mark; without one a file is never taken for UTF-16. */
export const utf16Of = (head: Buffer): Utf16 | null =>
  head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;

/** The same bytes, or, of a UTF-16 file, its text as UTF-8: whoever reads on knows of UTF-8 alone. `onFirst` sees the first as they are. */
export async function* asUtf8(
  chunks: AsyncIterable<Buffer>,
  onFirst?: (head: Buffer) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const chunk of chunks) {
    if (first) {
      onFirst?.(chunk);
      const encoding = utf16Of(chunk);
      decoder = encoding && new TextDecoder(encoding);
      first = false;
    }
    if (!decoder) yield chunk;
    else {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== "") yield Buffer.from(text, "utf8");
    }
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield Buffer.from(rest, "utf8");
}
