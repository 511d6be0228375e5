import { createReadStream } from "node:fs";

/** Lines of a file that we wrote ourselves, in batches. */
export async function* readLines(path: string): AsyncGenerator<readonly string[], void, undefined> {
  let rest = "";
  for await (const piece of createReadStream(path, { encoding: "utf8", highWaterMark: 64 * 1024 })) {
    const lines = (rest + String(piece)).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) yield lines;
  }
}

/** Writes one text after the other and waits where the reader is slower; throws what the stream throws (EPIPE). */
export class TextWriter {
  readonly #stream: NodeJS.WritableStream;
  #pending: string[] = [];
  #length = 0;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
  }

  async write(text: string): Promise<void> {
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length > 64 * 1024) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#pending.join("");
    this.#pending = [];
    this.#length = 0;
    if (text === "") return;
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }
}
