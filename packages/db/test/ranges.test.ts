import fc from "fast-check";
import { expect, test } from "vitest";
import { multirangeText, readMultirange, type Span, withoutSpans } from "../src/index";

const at = Date.UTC(2021, 9, 28, 7, 5);

test("spans without end or beginning are written as PostgreSQL reads them", () => {
  expect(multirangeText([{ from: at, to: null }])).toBe('{["2021-10-28T07:05:00.000Z",)}');
  expect(multirangeText([{ from: null, to: at }])).toBe('{(,"2021-10-28T07:05:00.000Z")}');
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

test("what is left of spans without others is in these, and in none of those", () => {
  const bound = fc.option(fc.integer({ min: 0, max: 12 }), { freq: 6 });
  const spans = fc.array(fc.record({ from: bound, to: bound }), { maxLength: 5 });
  const has = (list: readonly Span[], instant: number): boolean =>
    list.some(({ from, to }) => (from === null || from <= instant) && (to === null || instant < to));
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const left = withoutSpans(some, others);
      for (let instant = -1; instant <= 13; instant++)
        expect(has(left, instant)).toBe(has(some, instant) && !has(others, instant));
    }),
  );
});
