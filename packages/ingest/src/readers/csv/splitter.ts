import type { Dialect } from "./dialect";

/** One record; `stray` where text follows a closing quote. */
export type OnRecord = (fields: string[], stray: boolean) => void;

const INCOMPLETE = -1;
const CR = 13;

/**
 * Splits the text of a CSV file (RFC 4180) that comes in pieces. Empty lines are no records. A quote opens a field only
 * as its first character; elsewhere it stands for itself.
 */
export class CsvSplitter {
  readonly #delimiter: string;
  readonly #newline: string;
  readonly #onRecord: OnRecord;
  #rest = "";
  /** Place of the first quote of the text at or after the record being read; the text's length where there is none. */
  #quoteAt = 0;

  constructor(dialect: Dialect, onRecord: OnRecord) {
    this.#delimiter = dialect.delimiter;
    this.#newline = dialect.newline;
    this.#onRecord = onRecord;
  }

  /** Characters of the record that is not complete yet. */
  get pending(): number {
    return this.#rest.length;
  }

  push(piece: string): void {
    this.#split(this.#rest === "" ? piece : this.#rest + piece, false);
  }

  /** The end of the file; false where a quote is still open: what it opened is no record. */
  end(): boolean {
    this.#split(this.#rest, true);
    return this.#rest === "";
  }

  #split(text: string, last: boolean): void {
    this.#quoteAt = -1;
    let from = 0;
    while (from < text.length) {
      if (this.#quoteAt < from) {
        const found = text.indexOf('"', from);
        this.#quoteAt = found === -1 ? text.length : found;
      }
      const next = this.#record(text, from, last);
      if (next === INCOMPLETE) break;
      from = next;
    }
    this.#rest = text.slice(from);
  }

  /** Reads the record at `from` and returns where the next one begins. */
  #record(text: string, from: number, last: boolean): number {
    let end = text.indexOf(this.#newline, from);
    if (end === -1) {
      if (!last) return INCOMPLETE;
      end = text.length;
    }
    if (this.#quoteAt < end) return this.#quotedRecord(text, from, last);
    const stop = this.#withoutCr(text, from, end);
    if (stop > from) this.#onRecord(text.slice(from, stop).split(this.#delimiter), false);
    return end + 1;
  }

  #withoutCr(text: string, from: number, end: number): number {
    return this.#newline === "\n" && end > from && text.charCodeAt(end - 1) === CR ? end - 1 : end;
  }

  #quotedRecord(text: string, from: number, last: boolean): number {
    const fields: string[] = [];
    let stray = false;
    let at = from;
    for (;;) {
      let field = "";
      const quoted = text.charAt(at) === '"';
      if (quoted) {
        const close = closingQuote(text, at + 1, last);
        if (close === INCOMPLETE) return INCOMPLETE;
        field = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
      }
      const end = this.#fieldEnd(text, at);
      if (end === text.length && !last) return INCOMPLETE;
      const closes = text.charAt(end) === this.#delimiter;
      const stop = closes ? end : this.#withoutCr(text, at, end);
      if (quoted && stop > at) stray = true;
      fields.push(quoted ? field + text.slice(at, stop) : text.slice(at, stop));
      at = end + 1;
      if (closes) continue;
      if (fields.length > 1 || fields[0] !== "" || quoted) this.#onRecord(fields, stray);
      return at;
    }
  }

  /** Where the field that `at` is in ends: at a delimiter, a newline or the end of the text. */
  #fieldEnd(text: string, at: number): number {
    const delimiter = this.#delimiter.charCodeAt(0);
    const newline = this.#newline.charCodeAt(0);
    let end = at;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === newline) break;
    }
    return end;
  }
}

/** The quote that closes the field whose content begins at `from`; a doubled quote is content. */
function closingQuote(text: string, from: number, last: boolean): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (at + 1 >= text.length && !last) return INCOMPLETE;
    if (text.charAt(at + 1) !== '"') return at;
  }
  return INCOMPLETE;
}
