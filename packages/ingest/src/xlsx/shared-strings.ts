import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BLOCK = 1024 * 1024;
/** Blocks held in memory; a workbook with more of them keeps the rest in a temporary file. */
const MOST_BLOCKS = 64;
const REMEMBERED = 4096;

/**
 * The texts that cells point to by number, as UTF-8 outside of the heap: memory stays bounded however many there are. Rows point to them
 * nearly in order, so that few blocks are read again.
 */
export class SharedStrings {
  readonly #blocks = new Map<number, Buffer>();
  readonly #ends: number[] = [];
  readonly #first: string[] = [];
  #size = 0;
  #file: { readonly folder: string; readonly fd: number } | null = null;

  get size(): number {
    return this.#ends.length;
  }

  add(text: string): void {
    if (this.#first.length < REMEMBERED) this.#first.push(text);
    const bytes = Buffer.from(text, "utf8");
    for (let from = 0; from < bytes.length; ) {
      const block = this.#block(Math.floor(this.#size / BLOCK));
      const copied = bytes.copy(block, this.#size % BLOCK, from);
      from += copied;
      this.#size += copied;
    }
    this.#ends.push(this.#size);
  }

  /** Empty for a number that there is no text for. */
  get(number: number): string {
    const known = this.#first[number];
    if (known !== undefined) return known;
    const end = this.#ends[number];
    if (end === undefined) return "";
    let start = this.#ends[number - 1] ?? 0;
    const parts: Buffer[] = [];
    while (start < end) {
      const at = start % BLOCK;
      const part = this.#block(Math.floor(start / BLOCK)).subarray(at, at + Math.min(end - start, BLOCK - at));
      parts.push(part);
      start += part.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer).toString("utf8") : Buffer.concat(parts).toString("utf8");
  }

  close(): void {
    if (!this.#file) return;
    closeSync(this.#file.fd);
    rmSync(this.#file.folder, { recursive: true, force: true });
    this.#file = null;
  }

  #block(number: number): Buffer {
    const held = this.#blocks.get(number);
    if (held) return held;
    if (this.#blocks.size >= MOST_BLOCKS) this.#spill();
    const block = Buffer.alloc(BLOCK);
    if (this.#file) readSync(this.#file.fd, block, 0, BLOCK, number * BLOCK);
    this.#blocks.set(number, block);
    return block;
  }

  /** The block that came first makes room. */
  #spill(): void {
    const oldest = this.#blocks.entries().next().value;
    if (!oldest) return;
    if (!this.#file) {
      const folder = mkdtempSync(join(tmpdir(), "tianyan-xlsx-"));
      this.#file = { folder, fd: openSync(join(folder, "strings"), "w+", 0o600) };
    }
    writeSync(this.#file.fd, oldest[1], 0, BLOCK, oldest[0] * BLOCK);
    this.#blocks.delete(oldest[0]);
  }
}
