import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  confirmedAtLeast,
  confirmedShare,
  createClock,
  DAY,
  DEFAULT_PARAMETERS,
  type DecisionFact,
  holds,
  type Instant,
  instant,
  LEVELS,
  MOST_AGE,
  MOST_CITIZENS,
  priorityOf,
  RULES,
  rulePoints,
  standingOf,
  workingDayStarts,
  zone,
} from "../src/index";

const T = instant(Date.parse("2026-11-20T04:00:00Z"));
const later = (days: number): Instant => instant(T + days * DAY);
const fact = (given: Partial<DecisionFact>): DecisionFact => ({
  kind: "dismissed",
  at: T,
  undoneAt: null,
  level: "orange",
  events: 2,
  until: null,
  ...given,
});

describe("coming back", () => {
  test.each([
    ["the same level and events", { level: "orange", events: 2 }, true],
    ["a higher level", { level: "red", events: 2 }, false],
    ["a lower level, by a new rule version", { level: "yellow", events: 2 }, true],
    ["one event more", { level: "orange", events: 3 }, false],
    ["one event less, by a correction", { level: "orange", events: 1 }, true],
  ] as const)("a dismissal at orange with two events: %s", (_, now, held) => {
    expect(holds(fact({}), now, later(9))).toBe(held);
  });

  test.each([
    ["before its instant", later(2), 2 * DAY - 1, "orange", true],
    ["at its instant", later(2), 2 * DAY, "orange", false],
    ["below its level", "red", 100 * DAY, "orange", true],
    ["at its level", "red", 1, "red", false],
  ] as const)("watching: %s", (_, until, after, level, held) => {
    expect(holds(fact({ kind: "watched", until }), { level, events: 9 }, instant(T + after))).toBe(held);
  });

  test("what was taken back counts until then, and what came before it counts again", () => {
    const taken = fact({ kind: "confirmed" });
    const dismissed = fact({ at: later(1), undoneAt: later(3) });
    const now = { level: "orange", events: 2 } as const;
    const statusAt = (days: number) => standingOf([taken, dismissed], now, later(days)).status;
    expect([-1, 0, 1, 2, 3].map(statusAt)).toEqual(["open", "confirmed", "dismissed", "dismissed", "confirmed"]);
  });

  test("the outcome stays what was found last, whatever is decided after it", () => {
    const all = [fact({ kind: "confirmed" }), fact({ kind: "taken", at: later(1) })];
    const standing = standingOf(all, { level: "red", events: 5 }, later(2));
    expect(standing).toMatchObject({ status: "taken", outcome: "confirmed", returned: false });
  });
});

describe("the confirmed share", () => {
  test("exempted ones say nothing about the rule; where none was looked into there is none", () => {
    expect(confirmedShare({ confirmed: 3, dismissed: 1, exempt: 9 })).toBe(0.75);
    expect(confirmedShare({ confirmed: 0, dismissed: 0, exempt: 9 })).toBeNull();
  });

  test("Wilson's bound is below the share, within 0 and 1, and nears it with more", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (confirmed, dismissed) => {
        fc.pre(confirmed + dismissed > 0);
        const few = { confirmed, dismissed, exempt: 0 };
        const many = { confirmed: confirmed * 10, dismissed: dismissed * 10, exempt: 0 };
        const [low, high] = [confirmedAtLeast(few) ?? -1, confirmedAtLeast(many) ?? -1];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual((confirmedShare(few) ?? 0) + 1e-12);
        expect(high).toBeGreaterThanOrEqual(low - 1e-12);
      }),
    );
  });

  test("a rule that is mostly dismissed weighs less, one that is mostly confirmed more", () => {
    for (const rule of RULES) {
      const of = (confirmed: number, dismissed: number) => rulePoints(rule, { confirmed, dismissed, exempt: 0 });
      expect(of(2, 7)).toBe(of(0, 0));
      expect(of(5, 95)).toBeLessThan(of(0, 0));
      expect(of(95, 5)).toBeGreaterThan(of(0, 0));
    }
  });
});

describe("priority", () => {
  const verified = { confirmed: 0, dismissed: 0, exempt: 0 };
  const facts = {
    level: "orange",
    since: T,
    rule: "ping-pong",
    verified,
    workingDays: 3,
    others: 0,
    urgency: "",
    citizens: 1,
  } as const;
  const sum = (given: object): number =>
    priorityOf({ ...facts, ...given }, later(1)).reduce((total, { points }) => total + points, 0);

  test("each part has its points and what they are for", () => {
    expect(priorityOf({ ...facts, others: 2, urgency: "urgent", citizens: 4 }, later(1))).toEqual([
      { part: "level", points: 20, value: 2 },
      { part: "since", points: 1, value: 1 },
      { part: "rule", points: 10, value: null },
      { part: "age", points: 3, value: 3 },
      { part: "repeat", points: 6, value: 2 },
      { part: "urgency", points: 6, value: 1 },
      { part: "citizens", points: 6, value: 4 },
    ]);
  });

  test("more of anything never comes later, and nothing outweighs the step from orange to red alone", () => {
    for (const more of [
      { level: "red" },
      { workingDays: 40 },
      { others: 5 },
      { urgency: "emergency" },
      { citizens: 2 },
    ])
      expect(sum(more)).toBeGreaterThan(sum({}));
    expect(sum({ citizens: 0 })).toBe(sum({ citizens: 1 }));
    expect(sum({ citizens: 400 }) - sum({})).toBe(MOST_CITIZENS);
    const levels = LEVELS.map((level) => sum({ level }));
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(sum({ level: "red" })).toBeGreaterThan(sum({ workingDays: 400 }));
  });

  test("the working days of an order are the starts of working dates after it was accepted", () => {
    const clock = createClock(DEFAULT_PARAMETERS);
    const place = zone(DEFAULT_PARAMETERS.zone);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 60 * 24 * 60 }), (hours, minutes) => {
        const at = instant(T - hours * 3_600_000);
        const accepted = instant(at - minutes * 60_000);
        const starts = workingDayStarts(clock, place, at);
        expect(starts).toHaveLength(MOST_AGE);
        expect(starts.filter((start) => start > accepted).length).toBe(
          Math.min(MOST_AGE, clock.workingDaysBetween(accepted, at)),
        );
      }),
    );
  });
});
