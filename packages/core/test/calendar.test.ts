import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Clock,
  createClock,
  DEFAULT_PARAMETERS,
  type Instant,
  instant,
  isoInstant,
  parseDuration,
  parseParameters,
  zone,
} from "../src/index";

const shanghai = zone("Asia/Shanghai");
const clock = createClock(DEFAULT_PARAMETERS);

/** `2024-03-04 09:00` or with seconds, on the wall of Shanghai. */
const wall = (text: string): Instant => instant(Date.parse(`${text.replace(" ", "T")}+08:00`));

function deadline(from: string, distance: string, by: Clock = clock): string {
  const duration = parseDuration(distance);
  if (!duration) throw new Error(distance);
  const { year, month, day, hour, minute } = shanghai.local(by.deadline(wall(from), duration).at);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

describe("natural time", () => {
  it("minutes and hours pass at night as by day", () => {
    expect(deadline("2024-03-01 23:50", "30m")).toBe("2024-03-02 00:20");
    expect(deadline("2024-03-01 23:50", "24h")).toBe("2024-03-02 23:50");
    expect(deadline("2024-03-01 23:50", "0h")).toBe("2024-03-01 23:50");
  });
  it("dates end at 24:00, whatever the hour at which counting began", () => {
    expect(deadline("2024-03-01 00:00", "7d")).toBe("2024-03-09 00:00");
    expect(deadline("2024-03-01 23:59:59", "7d")).toBe("2024-03-09 00:00");
    expect(deadline("2024-03-02 00:00", "7d")).toBe("2024-03-10 00:00");
  });
});

describe("working days", () => {
  it("midnight divides: a millisecond later counts from the next date", () => {
    expect(deadline("2024-03-04 23:59:59.999", "1wd")).toBe("2024-03-06 00:00");
    expect(deadline("2024-03-05 00:00", "1wd")).toBe("2024-03-07 00:00");
  });
  it("a weekend does not count, from Friday or from within", () => {
    expect(deadline("2024-03-08 10:00", "1wd")).toBe("2024-03-12 00:00");
    expect(deadline("2024-03-09 10:00", "1wd")).toBe("2024-03-12 00:00");
    expect(deadline("2024-03-10 23:59", "1wd")).toBe("2024-03-12 00:00");
  });
  it("a holiday of the State Council's notice does not count, a make-up day does", () => {
    expect(deadline("2021-09-30 10:00", "1wd")).toBe("2021-10-09 00:00");
    expect(deadline("2021-09-30 10:00", "2wd")).toBe("2021-10-10 00:00");
    expect(deadline("2024-02-02 10:00", "1wd")).toBe("2024-02-05 00:00");
    expect(deadline("2024-04-03 10:00", "2wd")).toBe("2024-04-09 00:00");
  });
  it("a source may count weekdays or every day instead", () => {
    const weekdays = createClock({ ...DEFAULT_PARAMETERS, calendar: "weekdays" });
    const all = createClock({ ...DEFAULT_PARAMETERS, calendar: "every-day" });
    expect(deadline("2021-09-30 10:00", "1wd", weekdays)).toBe("2021-10-02 00:00");
    expect(deadline("2021-10-01 10:00", "2wd", all)).toBe("2021-10-04 00:00");
  });
  it("past the last published year a step is provisional, up to it not", () => {
    const step = (from: string, days: number) => clock.deadline(wall(from), { amount: days, unit: "wd" });
    expect(step("2026-12-30 10:00", 1).provisional).toBe(false);
    expect(step("2026-12-31 10:00", 1).provisional).toBe(true);
    expect(clock.deadline(wall("2026-12-31 10:00"), { amount: 40, unit: "d" }).provisional).toBe(false);
    const weekdays = createClock({ ...DEFAULT_PARAMETERS, calendar: "weekdays" });
    expect(weekdays.deadline(wall("2026-12-31 10:00"), { amount: 1, unit: "wd" }).provisional).toBe(false);
  });
});

describe("office hours", () => {
  it("pass within the morning, over the lunch break and over the night", () => {
    expect(deadline("2024-03-04 08:30", "2wh")).toBe("2024-03-04 10:30");
    expect(deadline("2024-03-04 11:00", "2wh")).toBe("2024-03-04 15:00");
    expect(deadline("2024-03-04 09:30", "8wh")).toBe("2024-03-05 10:30");
  });
  it("a span that ends with the office ends then, not when it opens again", () => {
    expect(deadline("2024-03-04 14:00", "3wh")).toBe("2024-03-04 17:00");
    expect(deadline("2024-03-04 08:30", "7wh")).toBe("2024-03-04 17:30");
    expect(deadline("2024-03-04 08:30:01", "7wh")).toBe("2024-03-05 08:30");
  });
  it("do not pass before, between and after them, at weekends and on holidays", () => {
    expect(deadline("2024-03-04 00:00", "1wh")).toBe("2024-03-04 09:30");
    expect(deadline("2024-03-04 12:30", "1wh")).toBe("2024-03-04 15:00");
    expect(deadline("2024-03-08 17:30", "1wh")).toBe("2024-03-11 09:30");
    expect(deadline("2024-03-09 10:00", "1wh")).toBe("2024-03-11 09:30");
    expect(deadline("2021-10-01 10:00", "1wh")).toBe("2021-10-08 09:30");
    expect(deadline("2021-10-08 17:00", "1wh")).toBe("2021-10-09 09:00");
  });
});

describe("counted from a due instant", () => {
  const from = (due: string, amount: number, unit: "wd" | "d" | "wh"): string =>
    isoInstant(clock.deadlineFromDue(wall(due), { amount, unit }).at);
  it("the date is that of the last millisecond before it", () => {
    expect(from("2024-03-05 00:00", 3, "wd")).toBe(isoInstant(wall("2024-03-08 00:00")));
    expect(from("2024-03-05 00:00:00.001", 3, "wd")).toBe(isoInstant(wall("2024-03-09 00:00")));
    expect(from("2024-03-05 00:00", 1, "d")).toBe(isoInstant(wall("2024-03-06 00:00")));
  });
  it("office hours are counted from the instant itself", () => {
    expect(from("2024-03-05 00:00", 1, "wh")).toBe(isoInstant(wall("2024-03-05 09:30")));
  });
});

describe("laws of the deadline", () => {
  const anyInstant = fc.integer({ min: Date.parse("1995-01-01"), max: Date.parse("2029-12-31") }).map(instant);
  const unit = fc.constantFrom("m", "h", "d", "wd", "wh" as const);
  it("is never before its start, grows with the distance, and does not fall with the start", () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(3 * 86_400_000), fc.nat(40), unit, (at, later, amount, of) => {
        const here = clock.deadline(at, { amount, unit: of }).at;
        expect(here).toBeGreaterThanOrEqual(at);
        expect(clock.deadline(at, { amount: amount + 1, unit: of }).at).toBeGreaterThan(here);
        expect(clock.deadline(instant(at + later), { amount, unit: of }).at).toBeGreaterThanOrEqual(here);
      }),
    );
  });
});

describe("zones", () => {
  const stockholm = zone("Europe/Stockholm");
  it("a wall clock reading and its instant belong together", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse("1990-01-01"), max: Date.parse("2030-01-01") }),
        fc.constantFrom("Asia/Shanghai", "Europe/Stockholm", "America/Los_Angeles", "Asia/Kathmandu"),
        (ms, name) => {
          const place = zone(name);
          const { year, month, day, hour, minute, second, ms: milli } = place.local(instant(ms));
          const back = place.instantOf(year, month, day, hour, minute, second, milli);
          expect([0, 3_600_000]).toContain(ms - back);
        },
      ),
    );
  });
  it("a time that the clock change skips is moved forward, one that occurs twice is the first", () => {
    expect(isoInstant(stockholm.instantOf(2012, 3, 25, 2, 30, 0, 0))).toBe("2012-03-25T01:30:00.000Z");
    expect(isoInstant(stockholm.instantOf(2012, 10, 28, 2, 30, 0, 0))).toBe("2012-10-28T00:30:00.000Z");
  });
  it("a date of 23 or 25 hours begins and ends at its own midnights", () => {
    const clockThere = createClock({ ...DEFAULT_PARAMETERS, zone: "Europe/Stockholm", calendar: "every-day" });
    const at = stockholm.instantOf(2012, 3, 24, 12, 0, 0, 0);
    expect(isoInstant(clockThere.deadline(at, { amount: 1, unit: "d" }).at)).toBe("2012-03-25T22:00:00.000Z");
  });
  it("an unknown name is refused", () => expect(() => zone("Asia/Nowhere")).toThrow(RangeError));
});

it("own days are laid over the table of the calendar cn, and over no other", () => {
  const at = instant(Date.parse("2026-11-10T02:00:00Z"));
  const due = (calendar: "cn" | "weekdays", workdays?: Record<string, boolean>) =>
    new Date(
      createClock({ ...DEFAULT_PARAMETERS, calendar, ...(workdays ? { workdays } : {}) }).deadline(at, {
        amount: 1,
        unit: "wd",
      }).at,
    ).toISOString();
  expect(due("cn")).toBe("2026-11-11T16:00:00.000Z");
  expect(due("cn", { "2026-11-11": false })).toBe("2026-11-12T16:00:00.000Z");
  expect(due("weekdays", { "2026-11-11": false })).toBe("2026-11-11T16:00:00.000Z");
  const read = parseParameters({ workdays: { "2026-11-11": false } });
  expect(read.ok && read.parameters.workdays).toEqual({ "2026-11-11": false });
  expect(parseParameters({ workdays: { tomorrow: false, "2026-11-11": "off" } })).toMatchObject({
    ok: false,
    problems: [{ path: "workdays.tomorrow" }, { path: "workdays.2026-11-11" }],
  });
});
