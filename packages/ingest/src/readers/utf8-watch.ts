import { isUtf8 } from "node:buffer";

/** Length of the sequence that a UTF-8 lead byte opens; 0 for a continuation byte, 1 for anything else. */
const sequenceLength = (byte: number): number => {
  if ((byte & 0xc0) === 0x80) return 0;
  if ((byte & 0xe0) === 0xc0) return 2;
  if ((byte & 0xf0) === 0xe0) return 3;
  return (byte & 0xf8) === 0xf0 ? 4 : 1;
};

/** Bytes at the end that may be the start of a sequence that goes on in the next chunk. */
export function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const length = sequenceLength(bytes[bytes.length - back] ?? 0);
    if (length > 0) return length > back ? back : 0;
  }
  return 0;
}

/** Watches chunks of bytes for the first that is not UTF-8. */
export class Utf8Watch {
  #rest: Buffer = Buffer.alloc(0);
  #seen = 0;
  /** Byte of the chunk that is not UTF-8, counted from the file's start; null while all is well. */
  brokenAt: number | null = null;

  push(chunk: Buffer): void {
    if (this.brokenAt !== null) return;
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const whole = bytes.length - unfinishedBytes(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) this.#locate(bytes);
    this.#seen += whole;
    this.#rest = Buffer.from(bytes.subarray(whole));
  }

  end(): void {
    if (this.brokenAt === null && this.#rest.length > 0) this.brokenAt = this.#seen;
  }

  #locate(bytes: Buffer): void {
    let low = 0;
    for (let high = bytes.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      const part = bytes.subarray(0, middle);
      if (isUtf8(part.subarray(0, middle - unfinishedBytes(part)))) low = middle;
      else high = middle;
    }
    this.brokenAt = this.#seen + low;
  }
}
