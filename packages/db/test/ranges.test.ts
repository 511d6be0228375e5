import { expect, test } from "vitest";
import { closedRangeText, multirangeText, readMultirange } from "../src/index";

const at = Date.UTC(2021, 9, 28, 7, 5);

test("spans without end or beginning are written as PostgreSQL reads them", () => {
  expect(multirangeText([{ from: at, to: null }])).toBe('{["2021-10-28T07:05:00.000Z",)}');
  expect(multirangeText([{ from: null, to: at }])).toBe('{(,"2021-10-28T07:05:00.000Z")}');
  expect(closedRangeText(at, at + 1)).toBe('["2021-10-28T07:05:00.000Z","2021-10-28T07:05:00.001Z"]');
});

test("an empty span is left out", () => {
  expect(multirangeText([{ from: at, to: at }])).toBe("{}");
});

test("spans that touch or overlap are one, as PostgreSQL keeps them", () => {
  const touching = [
    { from: at, to: at + 2 },
    { from: null, to: at },
    { from: at + 1, to: at + 2 },
    { from: at + 3, to: null },
  ];
  expect(multirangeText(touching)).toBe('{(,"2021-10-28T07:05:00.002Z"),["2021-10-28T07:05:00.003Z",)}');
  expect(multirangeText([...touching, { from: at + 2, to: at + 3 }])).toBe("{(,)}");
});

test("what PostgreSQL writes reads back to the spans", () => {
  const text =
    '{(,"2021-10-28 07:05:00+00"),["2021-10-28 07:06:00.125+00","2021-10-29 00:00:00+00"),["2022-01-01 00:00:00+00",)}';
  expect(readMultirange(text)).toEqual([
    { from: null, to: at },
    { from: at + 60_125, to: Date.UTC(2021, 9, 29) },
    { from: Date.UTC(2022, 0, 1), to: null },
  ]);
  expect(readMultirange("{}")).toEqual([]);
});
