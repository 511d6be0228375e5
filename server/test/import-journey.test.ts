import { ProgressSchema } from "@tianyan/api";
import { expect, test } from "vitest";
import { createJourney } from "../src/services/imports/journey";
import type { ImportProgress } from "../src/services/imports/request";

const CSV = { shape: "event", workbooks: false } as const;

/** An import that goes by its weights: 3 s of checking, 27 of reading, 64 of recording, 2 of judging, 4 of finishing. */
const STEPS = [
  ["checking", 3, 600],
  ["reading", 27, 600],
  ["recording", 64, 12_000],
  ["judging", 2, 100],
  ["finishing", 4, 600],
] as const;

function* moments(): Generator<{ readonly at: number; readonly progress: ImportProgress }> {
  let began = 0;
  for (const [stage, seconds, total] of STEPS) {
    for (let second = 0; second <= seconds; second++)
      yield { at: (began + second) * 1000, progress: { stage, done: Math.round((total * second) / seconds), total } };
    began += seconds;
  }
}

test("progress and time left are those of the whole, from the reading on", () => {
  let now = 0;
  const journey = createJourney(CSV, () => now);
  const told = [...moments()].map(({ at, progress }) => {
    now = at;
    journey.reach(progress);
    return { at, progress, read: ProgressSchema.parse(journey.read()) };
  });
  for (const { at, progress, read } of told) {
    expect(read).toMatchObject({ step: progress.stage, done: progress.done, total: progress.total });
    expect(read.share).toBeCloseTo(at / 100_000, 2);
    if (at > 6_000) expect(Math.abs((read.seconds_left ?? Number.NaN) - (100 - at / 1000))).toBeLessThanOrEqual(1);
  }
  expect(told.at(-1)?.read).toMatchObject({ unit: "rejects", share: 1, seconds_left: 0 });
  expect(told.find(({ progress }) => progress.stage === "recording")?.read.unit).toBe("orders");
});

test("a step that is slower than usual is told by its own pace, and the share never goes back", () => {
  let now = 1_000;
  const journey = createJourney(CSV, () => now);
  journey.reach({ stage: "checking", done: 10, total: 10 });
  now = 10_000;
  journey.reach({ stage: "recording", done: 0 });
  expect(journey.read()).toMatchObject({ total: null, per_second: null });
  const before = journey.read().share ?? 0;
  now = 110_000;
  journey.reach({ stage: "recording", done: 500, total: 1_000 });
  const half = journey.read();
  expect(half.per_second).toBe(5);
  expect(half.seconds_left).toBeGreaterThan(100);
  expect(half.share).toBeGreaterThan(before);
  now = 111_000;
  journey.reach({ stage: "recording", done: 500, total: 1_100 });
  expect(journey.read().share).toBe(half.share);
});

test("nothing is told of the time while nothing is known of the pace", () => {
  let now = 0;
  const journey = createJourney(CSV, () => now);
  expect(journey.read()).toEqual({
    step: "checking",
    unit: "bytes",
    done: 0,
    total: null,
    rows: null,
    per_second: null,
    share: 0,
    seconds_left: null,
  });
  now = 100;
  journey.reach({ stage: "reading", done: 1, total: 100, rows: 7 });
  expect(journey.read()).toMatchObject({ rows: 7, per_second: null, seconds_left: null });
});

test("of workbooks the checking is a large part, so that the time left is told from there on", () => {
  let now = 0;
  const journey = createJourney({ shape: "event", workbooks: true }, () => now);
  now = 2_000;
  journey.reach({ stage: "checking", done: 50, total: 100 });
  expect(journey.read().seconds_left).toBeGreaterThan(10);
});
