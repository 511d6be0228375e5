import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CONTROL_LIMIT,
  growth,
  type Instant,
  instant,
  isoInstant,
  MINIMUM_VOLUME,
  type Period,
  reportPeriod,
  shareLimits,
  verdictOf,
  WARNING_LIMIT,
  zone,
} from "../src/index";

/** P(X ≤ k) by the sum of the definition, for small n. */
function atMost(k: number, n: number, p: number): number {
  let sum = 0;
  for (let i = 0; i <= k; i++) {
    let chance = p ** i * (1 - p) ** (n - i);
    for (let j = 1; j <= i; j++) chance *= (n - i + j) / j;
    sum += chance;
  }
  return sum;
}

describe("the limits of a share", () => {
  it.each([
    [20, 0.1, WARNING_LIMIT],
    [20, 0.1, CONTROL_LIMIT],
    [84, 0.125, CONTROL_LIMIT],
    [150, 0.5, WARNING_LIMIT],
  ])("at %i orders and %f leave at most the promised chance outside (%f)", (n, p, confidence) => {
    const { lower, upper } = shareLimits(n, p, confidence);
    const tail = (1 - confidence) / 2;
    // Beyond the whole count at or above the limit there is less than the tail, beyond the one below it more.
    expect(1 - atMost(Math.ceil(upper * n), n, p)).toBeLessThan(tail);
    expect(1 - atMost(Math.ceil(upper * n) - 1, n, p)).toBeGreaterThanOrEqual(tail);
    expect(atMost(Math.ceil(lower * n) - 1, n, p)).toBeLessThanOrEqual(tail);
    expect(atMost(Math.ceil(lower * n), n, p)).toBeGreaterThan(tail);
  });

  it("go over from the exact ones to the normal ones without a step", () => {
    const [exact, normal] = [shareLimits(2_000, 0.12, CONTROL_LIMIT), shareLimits(2_001, 0.12, CONTROL_LIMIT)];
    expect(normal.upper).toBeCloseTo(exact.upper, 2);
    expect(normal.lower).toBeCloseTo(exact.lower, 2);
    expect(normal.upper).toBeCloseTo(0.12 + 3.0902 * Math.sqrt((0.12 * 0.88) / 2_001), 5);
  });

  it("hold the share of all, the wider the confidence", () => {
    const volume = fc.integer({ min: 1, max: 4_000 });
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(volume, share, (n, p) => {
        const warning = shareLimits(n, p, WARNING_LIMIT);
        const control = shareLimits(n, p, CONTROL_LIMIT);
        expect(control.lower).toBeGreaterThanOrEqual(0);
        expect(control.lower).toBeLessThanOrEqual(warning.lower);
        expect(warning.lower).toBeLessThanOrEqual(p);
        expect(warning.upper).toBeGreaterThanOrEqual(p);
        expect(control.upper).toBeGreaterThanOrEqual(warning.upper);
        expect(control.upper).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it("are the share itself where all or none are flagged, and everything where there are no orders", () => {
    expect(shareLimits(50, 0, CONTROL_LIMIT)).toEqual({ lower: 0, upper: 0 });
    expect(shareLimits(50, 1, CONTROL_LIMIT)).toEqual({ lower: 1, upper: 1 });
    expect(shareLimits(0, 0.3, CONTROL_LIMIT)).toEqual({ lower: 0, upper: 1 });
  });
});

describe("the verdict on a unit", () => {
  it("is none below the minimum volume, whatever its share", () => {
    expect(verdictOf(MINIMUM_VOLUME - 1, MINIMUM_VOLUME - 1, 0.1)).toBeNull();
    expect(verdictOf(MINIMUM_VOLUME, MINIMUM_VOLUME, 0.1)).toBe("high");
  });

  it("tells the two limits apart on both sides", () => {
    const verdicts = [2, 6, 20, 30, 45].map((flagged) => verdictOf(flagged, 200, 0.1));
    expect(verdicts).toEqual(["low", "low", "within", "raised", "high"]);
    expect(verdictOf(10, 200, 0.1)).toBe("lowered");
  });

  it("for the same share grows with the volume that bears it", () => {
    expect([20, 100, 1_000].map((volume) => verdictOf(volume / 5, volume, 0.1))).toEqual(["within", "high", "high"]);
  });
});

describe("growth", () => {
  it("is none where the count grew as the volume did", () => {
    expect(growth({ now: 40, before: 20 }, { now: 800, before: 400 })).toBeCloseTo(0, 10);
  });
  it("is more the less chance explains", () => {
    const volume = { now: 400, before: 400 };
    expect(growth({ now: 3, before: 1 }, volume)).toBeCloseTo(1, 10);
    expect(growth({ now: 300, before: 100 }, volume)).toBeCloseTo(10, 10);
    expect(growth({ now: 100, before: 300 }, volume)).toBeCloseTo(-10, 10);
  });
  it("says nothing without events or without a volume on both sides", () => {
    expect(growth({ now: 0, before: 0 }, { now: 10, before: 10 })).toBe(0);
    expect(growth({ now: 5, before: 0 }, { now: 10, before: 0 })).toBe(0);
  });
});

const shanghai = zone("Asia/Shanghai");
const wall = (text: string): Instant => instant(Date.parse(`${text.replace(" ", "T")}+08:00`));
const dates = ({ from, to }: Period): string =>
  [from, to].map((at) => isoInstant(instant(at + 8 * 3_600_000)).slice(0, 10)).join(" ");
const at = wall("2026-11-22 03:00");

describe("the period of a report", () => {
  it("is the month of T, held against as much of the month before", () => {
    const period = reportPeriod(shanghai, at, null, null);
    expect(dates(period)).toBe("2026-11-01 2026-12-01");
    expect(dates(period.before)).toBe("2026-10-01 2026-10-23");
    expect(period.running).toBe(true);
  });

  it("that is over is held against the whole month before", () => {
    const period = reportPeriod(shanghai, at, wall("2026-03-01 00:00"), wall("2026-04-01 00:00"));
    expect([dates(period.before), period.running]).toEqual(["2026-02-01 2026-03-01", false]);
  });

  it("on the last days of a long month goes no further than the shorter month before", () => {
    const period = reportPeriod(shanghai, wall("2026-03-31 12:00"), null, null);
    expect(dates(period.before)).toBe("2026-02-01 2026-03-01");
  });

  it("of whole months is held against as many months, any other against as many days", () => {
    const quarter = reportPeriod(shanghai, at, wall("2026-04-01 00:00"), wall("2026-07-01 00:00"));
    expect(dates(quarter.before)).toBe("2026-01-01 2026-04-01");
    const days = reportPeriod(shanghai, at, wall("2026-11-10 00:00"), wall("2026-11-20 00:00"));
    expect(dates(days.before)).toBe("2026-10-31 2026-11-10");
  });

  it("without an end goes up to the date of T", () => {
    expect(dates(reportPeriod(shanghai, at, wall("2026-11-10 00:00"), null))).toBe("2026-11-10 2026-11-23");
  });

  it("is never empty, however it was asked for", () => {
    const period = reportPeriod(shanghai, at, wall("2026-11-10 00:00"), wall("2026-11-01 00:00"));
    expect(dates(period)).toBe("2026-11-10 2026-11-11");
  });

  it("has the twelve weeks up to its end as its trend, from Monday to Sunday", () => {
    const { trend } = reportPeriod(shanghai, at, null, null);
    expect([trend.step, trend.parts.length]).toEqual(["week", 12]);
    expect(trend.parts.map(dates).at(-1)).toBe("2026-11-16 2026-11-23");
    expect(trend.parts.map(dates)[0]).toBe("2026-08-31 2026-09-07");
  });

  it("has its months as its trend where it is longer than a quarter", () => {
    const { trend } = reportPeriod(shanghai, at, wall("2026-01-15 00:00"), null);
    expect([trend.step, trend.parts.length]).toEqual(["month", 11]);
    expect([trend.parts.map(dates)[0], trend.parts.map(dates).at(-1)]).toEqual([
      "2026-01-01 2026-02-01",
      "2026-11-01 2026-12-01",
    ]);
  });

  it("has parts that follow each other without gap, in a zone whose clock changes too", () => {
    const berlin = zone("Europe/Berlin");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 900 }), (start, length) => {
        const from = berlin.startOf(19_000 + start);
        const { trend, before, ...period } = reportPeriod(berlin, at, from, berlin.startOf(19_000 + start + length));
        expect(period.from).toBe(from);
        expect(before.to).toBeLessThanOrEqual(period.from);
        expect(before.from).toBeLessThan(before.to);
        for (const [index, part] of trend.parts.entries()) {
          expect(part.from).toBeLessThan(part.to);
          if (index > 0) expect(part.from).toBe(trend.parts[index - 1]?.to);
        }
      }),
      { numRuns: 100 },
    );
  });
});
