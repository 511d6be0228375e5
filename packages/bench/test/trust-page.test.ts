import { expect, test } from "vitest";
import { merged, page, readPage, type Trust } from "../src/trust/page";

const trust: Trust = {
  figures: [
    { line: 4, what: "runs | foreign rows", value: "1000 | 0" },
    { line: 1, what: "failures until locked", value: "5" },
  ],
  sections: [{ title: "An import is killed", text: "| killed | times |\n| --- | --- |\n| server | 50 |" }],
};

test("a page reads back to what it was written from, by line", () => {
  const read = readPage(page(trust, "2026-11-21"));
  expect(read.sections).toEqual(trust.sections);
  expect(read.figures).toEqual([...trust.figures].sort((a, b) => a.line - b.line));
});

test("what was measured anew stands in the place of what it was, the rest stays", () => {
  const before: Trust = { ...trust, figures: [...trust.figures, { line: 1, what: "of 60 tries", value: "3" }] };
  const fresh: Trust = {
    figures: [{ line: 1, what: "of 1,000 tries", value: "6" }],
    sections: [{ title: "Another", text: "x" }],
  };
  expect(merged(before, fresh)).toEqual({
    figures: [...trust.figures, ...fresh.figures],
    sections: [...trust.sections, ...fresh.sections],
  });
});
