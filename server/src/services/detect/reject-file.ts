import { closeSync, openSync, writeSync } from "node:fs";
import { csvField, Refusal, type Reject } from "@tianyan/ingest";

const COLUMNS = ["file", "row", "column", "value", "reason", "zh", "en"] as const satisfies readonly (keyof Reject)[];

/** Opens a file for results; throws a Refusal where that is not possible. */
export function openForWriting(path: string): number {
  try {
    return openSync(path, "w");
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Refusal("file.not_writable", {
      zh: `${path}：文件无法写入（${why}）`,
      en: `${path}: the file cannot be written (${why})`,
    });
  }
}

/** Counts rejects, keeps the first few for people, and writes all to a file: CSV where its name ends so, else NDJSON. */
export class RejectFile {
  readonly first: Reject[] = [];
  count = 0;
  #marked = 0;
  /** Rejects that come again, because their rows are read again. */
  #known = 0;
  readonly #file: number | null;
  readonly #csv: boolean;

  constructor(path: string | null) {
    this.#csv = path?.toLowerCase().endsWith(".csv") ?? false;
    this.#file = path === null ? null : openForWriting(path);
    if (this.#file !== null && this.#csv) writeSync(this.#file, `${COLUMNS.join(",")}\n`);
  }

  /** What is read from here on may be read once more, after `rewind`. */
  mark(): void {
    this.#marked = this.count;
  }

  /** The rows since `mark` are read from their start again: the same rejects come in the same order. */
  rewind(): void {
    this.#known = this.count - this.#marked;
  }

  add(all: readonly Reject[]): void {
    const rejects = this.#known > 0 ? all.slice(this.#known) : all;
    this.#known = Math.max(0, this.#known - all.length);
    if (rejects.length === 0) return;
    this.count += rejects.length;
    for (const reject of rejects) if (this.first.length < 3) this.first.push(reject);
    if (this.#file === null) return;
    const line = this.#csv
      ? (reject: Reject) => COLUMNS.map((column) => csvField(reject[column])).join(",")
      : (reject: Reject) => JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, reject[column]])));
    writeSync(this.#file, `${rejects.map(line).join("\n")}\n`);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }
}
