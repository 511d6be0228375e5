import { expect, test } from "vitest";
import { newRows } from "../src/services/imports/new-rows";

const rows = (id: string | null, ...contents: string[]) => contents.map((content) => ({ id, content }));
const contents = (found: readonly { readonly content: string }[]) => found.map(({ content }) => content);

test("a row without an id is known as often as it is recorded", () => {
  expect(contents(newRows(rows(null, "a"), rows(null, "a", "a", "b")))).toEqual(["a", "b"]);
  expect(contents(newRows(rows(null, "a", "a", "b"), rows(null, "b", "a", "a")))).toEqual([]);
});

test("a row that says what was said last of its id is known; another is a new version", () => {
  expect(contents(newRows(rows("1", "a"), rows("1", "a")))).toEqual([]);
  expect(contents(newRows(rows("1", "a"), rows("1", "b")))).toEqual(["b"]);
  expect(contents(newRows(rows("1", "a", "b"), rows("1", "a")))).toEqual(["a"]);
});

test("versions that come again in the order they were recorded in are known", () => {
  expect(contents(newRows(rows("1", "a", "b"), rows("1", "a", "b")))).toEqual([]);
  expect(contents(newRows(rows("1", "a", "b"), rows("1", "b", "c")))).toEqual(["c"]);
});

test("equal contents under other ids are other rows", () => {
  expect(newRows(rows("1", "a"), rows("2", "a"))).toHaveLength(1);
});
