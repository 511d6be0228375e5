import { expect, test } from "vitest";
import { jsonText, stableText } from "../src/index";

test("NUL and halves of surrogate pairs become the replacement character", () => {
  expect(JSON.parse(jsonText({ a: "x\u0000y\ud800z\udc00" }))).toEqual({ a: "x\ufffdy\ufffdz\ufffd" });
});

test("a text that only looks like an escape stays, and so does a whole pair", () => {
  for (const text of ["\\u0000", "\\".repeat(100_000), "\\\\ud800", "𠮷野家", "C:\\users"])
    expect(JSON.parse(jsonText(text))).toBe(text);
});

test("the order of keys does not matter, that of lists does", () => {
  expect(stableText({ b: [1, 2], a: { d: 1, c: 2 } })).toBe(stableText({ a: { c: 2, d: 1 }, b: [1, 2] }));
  expect(stableText([1, 2])).not.toBe(stableText([2, 1]));
});
