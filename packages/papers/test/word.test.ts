import { PAPER_KINDS } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { renderDocx } from "../src/index";
import { CHARACTERS_A_LINE, LINES_A_PAGE } from "../src/render/form";
import { issuedOf } from "./drafts";
import { measured, officeHere, type SetLine } from "./office";

const SENTENCE = "群众诉求无小事各单位应当认真办理不得推诿扯皮敷衍应付";
const full = { type: "paragraph", spans: [{ text: SENTENCE.repeat(60) }] } as const;

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
    // Not a page of signatures: some of the text is on it.
    expect(lines.filter(({ page, bottom }) => page === last && bottom < (date?.top ?? 0)).length).toBeGreaterThan(1);
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
