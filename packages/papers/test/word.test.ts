import { inflateRawSync } from "node:zlib";
import { instant, PAPER_KINDS } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { renderDocx, trackChanges } from "../src/index";
import { CHARACTERS_A_LINE, LINES_A_PAGE } from "../src/render/form";
import { issuedOf } from "./drafts";
import { measured, officeHere, type SetLine } from "./office";

const SENTENCE = "群众诉求无小事各单位应当认真办理不得推诿扯皮敷衍应付";
const full = { type: "paragraph", spans: [{ text: SENTENCE.repeat(60) }] } as const;

/** The text of an entry of a zip. */
function documentOf(archive: Uint8Array): string {
  const view = new DataView(archive.buffer);
  let entry = view.getUint32(archive.length - 6, true);
  for (let left = view.getUint16(archive.length - 12, true); left > 0; left--) {
    const length = view.getUint16(entry + 28, true);
    const name = Buffer.from(archive.subarray(entry + 46, entry + 46 + length)).toString();
    if (name === "word/document.xml") {
      const local = view.getUint32(entry + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      return inflateRawSync(archive.subarray(start, start + view.getUint32(entry + 20, true))).toString();
    }
    entry += 46 + length + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return "";
}

const near = (found: number | undefined, expected: number, by: number): void => {
  expect(found).toBeGreaterThan(expected - by);
  expect(found).toBeLessThan(expected + by);
};
const isNumber = ({ text }: SetLine): boolean => /^—\d+—$/.test(text);
const middle = (line: SetLine | undefined): number => ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2;

describe("a Word file", () => {
  it.each(PAPER_KINDS)("of a %s is the same bytes for the same paper", async (kind) => {
    const [one, other] = [await renderDocx(issuedOf(kind)), await renderDocx(issuedOf(kind))];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

describe("a Word file with changes", () => {
  const by = { name: "李干事", at: instant(Date.parse("2021-07-05T02:00:00Z")) };
  const sentence = (text: string) => ({ type: "paragraph", spans: [{ text }] }) as const;

  it("shows them as revisions, with who made them when", async () => {
    const before = [sentence("该局先后5次申请退单。"), sentence("这一段将删去。")];
    const after = [sentence("该局先后六次申请退单。")];
    const paper = { ...issuedOf("circular"), body: after };
    const xml = documentOf(await renderDocx(paper, { changes: trackChanges(before, after, by) }));
    expect(xml).toMatch(/<w:ins [^>]*w:author="李干事" w:date="2021-07-05T02:00:00.000Z"[^>]*>(?:(?!<\/w:ins>).)*六/);
    expect(xml).toMatch(/<w:delText[^>]*>5</);
    // The end of the paragraph that went is gone too.
    expect(xml).toMatch(/<w:rPr>(?:(?!<\/w:rPr>).)*<w:del [^>]*\/>(?:(?!<\/w:p>).)*这一段将删去。/);
  });
});

// LibreOffice with its Writer is not on every machine; .ci/run installs it.
describe.skipIf(!officeHere())("a Word file, set by LibreOffice", async () => {
  const files = new Map<string, Uint8Array>();
  for (const kind of PAPER_KINDS) {
    files.set(kind, await renderDocx(issuedOf(kind)));
    files.set(`full-${kind}`, await renderDocx({ ...issuedOf(kind), body: [full] }));
  }
  const pages = officeHere() ? await measured(files) : new Map<string, readonly SetLine[]>();
  const linesOf = (name: string): readonly SetLine[] => pages.get(name) ?? [];

  it.each(PAPER_KINDS)("of a %s has 22 lines of 28 characters on 156 × 225 mm", (kind) => {
    const lines = linesOf(`full-${kind}`).filter(({ page }) => page === 2);
    const body = lines.filter((line) => !isNumber(line));
    expect(body).toHaveLength(LINES_A_PAGE);
    for (const { text, left, right } of body) {
      expect(text).toHaveLength(CHARACTERS_A_LINE);
      near(left, 28, 0.6);
      near(right, 210 - 26, 1);
    }
    // From the first line's middle to the last's there are 21 pitches of 225 / 22 mm.
    near(middle(body.at(-1)) - middle(body[0]), (225 / 22) * 21, 0.5);
    // Where in its line a glyph stands is up to the font.
    near(middle(body[0]), 37 + 225 / 44, 2.5);
    near(middle(body.at(-1)), 297 - 35 - 225 / 44, 2.5);
  });

  it.each(PAPER_KINDS)("of a %s has every line within the type area, but for what hangs", (kind) => {
    for (const line of linesOf(kind)) {
      if (isNumber(line) || line.text === "中共阳谷县纪律检查委员会") continue;
      expect(line.left, line.text).toBeGreaterThan(27.5);
      expect(line.right, line.text).toBeLessThan(/[，。、；：”）]$/.test(line.text) ? 190 : 185);
      expect(middle(line), line.text).toBeGreaterThan(37);
      expect(middle(line), line.text).toBeLessThan(262);
    }
  });

  it.each(PAPER_KINDS)("of a %s has its number 7 mm under the type area, at the outer edge", (kind) => {
    const numbers = linesOf(`full-${kind}`).filter(isNumber);
    for (const number of numbers) {
      near(middle(number), 262 + 7, 1);
      if (number.page % 2 === 1) near(number.right, 184 - 14 * (25.4 / 72), 1);
      else near(number.left, 28 + 14 * (25.4 / 72), 1);
    }
    // A letter's first page has none.
    expect(numbers[0]?.page).toBe(kind === "supervision_letter" ? 2 : 1);
  });

  it("of a document has its mark 35 mm under the type area's edge, and of a letter 30 mm under the page's", () => {
    const mark = (name: string): SetLine | undefined => linesOf(name)[0];
    // Half of 31 points of 中共阳谷县纪律检查委员会文件, of 36 without 文件.
    near(middle(mark("circular")), 37 + 35 + (31 / 2) * (25.4 / 72), 1.5);
    near(middle(mark("supervision_letter")), 30 + (36 / 2) * (25.4 / 72), 2);
  });

  it.each(PAPER_KINDS)("of a %s has imprint and signature on its last page, the imprint at its foot", (kind) => {
    const lines = linesOf(kind);
    const last = lines.at(-1)?.page;
    const find = (start: string): SetLine | undefined => lines.findLast(({ text }) => text.startsWith(start));
    const date = find("2021年7月5日");
    const copies = find("抄送：");
    expect([date?.page, copies?.page]).toEqual([last, last]);
    expect(date?.bottom).toBeLessThan(copies?.top ?? 0);
    near(copies?.left, 28 + 14 * (25.4 / 72), 1);
    const foot = kind === "supervision_letter" ? copies : find("阳谷县纪委监委办公室");
    near(foot?.bottom, 262, 1.5);
    // Signature and date do not stand alone on it.
    expect(lines.filter(({ page, bottom }) => page === last && bottom < (date?.top ?? 0)).length).toBeGreaterThan(1);
  });

  it.each(PAPER_KINDS)("of a %s fills every page but the last", (kind) => {
    const lines = linesOf(kind);
    const last = lines.at(-1)?.page ?? 1;
    for (let page = 2; page < last; page++)
      expect(
        [...new Set(lines.filter((line) => line.page === page && !isNumber(line)).map(({ top }) => Math.round(top)))]
          .length,
      ).toBeGreaterThan(LINES_A_PAGE / 2);
  });

  it.each(PAPER_KINDS)(
    "of a %s has the signature over the middle of the date, which ends four characters from the edge",
    (kind) => {
      const lines = linesOf(kind);
      const date = lines.findLast(({ text }) => text === "2021年7月5日");
      const signature = lines.findLast(({ text }) => text === "阳谷县纪委监委");
      const centre = (line: SetLine | undefined): number => ((line?.left ?? 0) + (line?.right ?? 0)) / 2;
      near(centre(signature) - centre(date), 0, 1);
      // Figures of a font that stands in for the missing one are wider.
      near(date?.right, 184 - 4 * 16 * (25.4 / 72), 6);
    },
  );
});
