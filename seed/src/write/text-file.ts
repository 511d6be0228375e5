import { type FileHandle, open } from "node:fs/promises";

const CHUNK = 1 << 18;

/** A UTF-8 file that is written as it comes; it holds one chunk in memory. */
export class TextFile {
  readonly path: string;
  readonly #handle: FileHandle;
  #pending: string[] = [];
  #length = 0;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  /** Replaces a file of that name. */
  static async create(path: string): Promise<TextFile> {
    return new TextFile(path, await open(path, "w"));
  }

  async write(text: string): Promise<void> {
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length >= CHUNK) await this.#flush();
  }

  async close(): Promise<void> {
    try {
      await this.#flush();
    } finally {
      await this.#handle.close();
    }
  }

  async #flush(): Promise<void> {
    const text = this.#pending.join("");
    this.#pending = [];
    this.#length = 0;
    if (text) await this.#handle.writeFile(text);
  }
}
