import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dialect } from "../src/readers/csv/dialect";
import { QuoteWatch } from "../src/readers/csv/quote-watch";
import { CsvSplitter } from "../src/readers/csv/splitter";

const COMMA: Dialect = { delimiter: ",", newline: "\n" };

/** Splits `text` cut into pieces of the given lengths, the rest as one. */
function split(text: string, cuts: readonly number[] = [], dialect = COMMA) {
  const records: string[][] = [];
  const stray: boolean[] = [];
  const splitter = new CsvSplitter(dialect, (fields, isStray) => {
    records.push(fields);
    stray.push(isStray);
  });
  let from = 0;
  for (const cut of cuts) {
    splitter.push(text.slice(from, from + cut));
    from += cut;
  }
  splitter.push(text.slice(from));
  return { closed: splitter.end(), records, stray };
}

const field = fc.string({
  unit: fc.constantFrom("a", "办", ",", ";", '"', "\n", "\r\n", " ", "1", "𠮷"),
  maxLength: 6,
});
const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 8 });
const written = fc
  .tuple(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.boolean())
  .map(([rows, newline, always, trailing]) => {
    const lines = rows.map((row) =>
      row.map((text) => (always || /[",\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(","),
    );
    return lines.join(newline) + (trailing && lines.length > 0 ? newline : "");
  });

describe("the CSV splitter", () => {
  it("reads well-formed files as csv-parse does, wherever the pieces are cut", () => {
    fc.assert(
      fc.property(written, fc.array(fc.nat(5), { maxLength: 30 }), (text, cuts) => {
        const found = split(text, cuts);
        expect(found.closed).toBe(true);
        expect(found.stray).not.toContain(true);
        expect(found.records).toEqual(parse(text, { relax_column_count: true, skip_empty_lines: true }));
      }),
      { numRuns: 2000 },
    );
  });

  it("cuts any text at all the same, wherever the pieces are cut", () => {
    const anything = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r"), maxLength: 40 });
    fc.assert(
      fc.property(anything, fc.array(fc.nat(5), { maxLength: 20 }), (text, cuts) => {
        expect(split(text, cuts)).toEqual(split(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("tells an open quote from bytes as the splitter does from text, wherever the chunks are cut", () => {
    const anything = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "办"), maxLength: 40 });
    fc.assert(
      fc.property(anything, fc.array(fc.nat(5), { maxLength: 20 }), (text, cuts) => {
        const watch = new QuoteWatch(COMMA);
        let bytes = Buffer.from(text);
        for (const cut of cuts) {
          watch.push(bytes.subarray(0, cut));
          bytes = bytes.subarray(cut);
        }
        watch.push(bytes);
        expect(watch.openedInLine === 0).toBe(split(text).closed);
      }),
      { numRuns: 2000 },
    );
  });

  it("names the line in which the open quote stands", () => {
    const watch = new QuoteWatch(COMMA);
    for (const piece of ['a,b\n"x\ny",1\n', 'p,"q\nr,s\n']) watch.push(Buffer.from(piece));
    expect(watch.openedInLine).toBe(4);
  });

  it("keeps a quote within a field as it stands, and marks text after a closing quote", () => {
    expect(split('a,5" pipe\n')).toEqual({ closed: true, records: [["a", '5" pipe']], stray: [false] });
    expect(split('a,"b"c\nd,e\n')).toEqual({
      closed: true,
      records: [
        ["a", "bc"],
        ["d", "e"],
      ],
      stray: [true, false],
    });
  });

  it("keeps quoted newlines and a quoted empty field, skips empty lines", () => {
    expect(split('a,"b\r\nc"\r\n\r\n""\n').records).toEqual([["a", "b\r\nc"], [""]]);
  });

  it("splits at a lone CR where the file is written so", () => {
    expect(split("a,b\rc,d\r", [2], { delimiter: ",", newline: "\r" }).records).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });
});
