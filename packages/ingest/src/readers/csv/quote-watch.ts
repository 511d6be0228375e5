import type { Dialect } from "./dialect";

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Follows the quotes of a CSV file byte by byte, as CsvSplitter does, to tell whether one is still open at the end. Neither UTF-8
 * nor GB18030 uses the bytes of quotes, delimiters or newlines within a character.
 */
export class QuoteWatch {
  readonly #delimiter: number;
  readonly #newline: number;
  /** The last byte of the chunk before; the file begins as a line does. */
  #before: number;
  #quoted = false;
  /** The last byte was a quote within quotes: closed, unless another one follows. */
  #closing = false;
  #line = 1;
  #openLine = 1;

  constructor(dialect: Dialect) {
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#newline = dialect.newline.charCodeAt(0);
    this.#before = this.#newline;
  }

  /** Line, from 1, of the quote that is still open; 0 where none is. */
  get openedInLine(): number {
    return this.#quoted && !this.#closing ? this.#openLine : 0;
  }

  push(chunk: Buffer): void {
    let at = 0;
    let counted = 0;
    if (this.#closing && chunk.length > 0) {
      if (chunk[0] === QUOTE) at = 1;
      else this.#quoted = false;
      this.#closing = false;
    }
    for (let quote = chunk.indexOf(QUOTE, at); quote !== -1; quote = chunk.indexOf(QUOTE, at)) {
      at = quote + 1;
      if (!this.#quoted) {
        const before = quote === 0 ? this.#before : (chunk[quote - 1] ?? 0);
        if (before !== this.#delimiter && before !== this.#newline) continue;
        this.#quoted = true;
        this.#countLines(chunk, counted, quote);
        counted = quote;
        this.#openLine = this.#line;
      } else if (at === chunk.length) this.#closing = true;
      else if (chunk[at] === QUOTE) at++;
      else this.#quoted = false;
    }
    this.#countLines(chunk, counted, chunk.length);
    this.#before = chunk[chunk.length - 1] ?? this.#before;
  }

  #countLines(chunk: Buffer, from: number, to: number): void {
    const newline = this.#newline === CR ? CR : LF;
    for (let at = chunk.indexOf(newline, from); at !== -1 && at < to; at = chunk.indexOf(newline, at + 1)) this.#line++;
  }
}
