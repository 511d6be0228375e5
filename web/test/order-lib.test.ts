import type { FindingItem } from "@tianyan/api";
import { parametersDocument } from "@tianyan/api";
import { DEFAULT_PARAMETERS } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { turnMarks } from "../src/features/order/lib/axis/turns";
import { inOrderOfWeight, levelsByEvent } from "../src/features/order/lib/counting";
import { heldFor } from "../src/features/order/lib/held";
import { dueStanding, standingOf } from "../src/features/order/lib/standing";
import { thresholdOf } from "../src/features/order/lib/threshold";
import { at, fileOf, PASSED_ON } from "./history";

const finding = (part: Partial<FindingItem>): FindingItem => ({
  key: "overdue||1",
  key_unit: null,
  key_event: "1",
  rule: "overdue",
  level: null,
  active: true,
  yellow_at: null,
  orange_at: null,
  red_at: null,
  cleared_at: null,
  since: null,
  next: null,
  units: [],
  events: [],
  exempt: false,
  provisional: false,
  measure: {},
  ...part,
});

describe("how an order stands", () => {
  it.each([
    ["2021-06-07 09:30", "pool", "centre"],
    ["2021-06-07 10:00", "held", "A"],
    ["2021-06-10 12:00", "suspended", "B"],
    ["2021-06-20 12:00", "done", "B"],
  ])("at %s: %s, %s", (asOf, state, unit) => {
    expect(standingOf(fileOf(PASSED_ON, asOf))).toMatchObject({ state, unit });
  });

  // Dispatched on Monday, 7 June 2021 with 5wd: due at 24:00 of Tuesday, 15 June; the 14th was a holiday.
  it.each([
    ["2021-06-08 12:00", "ahead", 4],
    ["2021-06-15 09:00", "today", 0],
    ["2021-06-16 09:00", "kept", 0],
  ])("to its due instant at %s: %s, %d working days", (asOf, state, workingDays) => {
    expect(dueStanding(fileOf(PASSED_ON, asOf))).toMatchObject({ state, workingDays });
  });

  it("counts working days past the due instant while it is open", () => {
    const open = PASSED_ON.slice(0, 3);
    expect(dueStanding(fileOf(open, "2021-06-16 00:00"))).toMatchObject({ state: "passed", workingDays: 1 });
    expect(dueStanding(fileOf(open, "2021-06-18 10:00"))).toMatchObject({ state: "passed", workingDays: 3 });
  });
});

describe("time held", () => {
  const { clock } = fileOf(PASSED_ON);
  it.each([
    ["2021-06-07 09:00", "2021-06-07 09:25", "25m"],
    ["2021-06-07 09:00", "2021-06-07 15:25", "6h"],
    ["2021-06-07 09:00", "2021-06-15 15:25", "5wd"],
  ])("from %s to %s is said as %s", (from, to, said) => {
    const { amount, unit } = heldFor([{ from: at(from), to: at(to) }], clock);
    expect(`${amount}${unit}`).toBe(said);
  });
});

describe("findings beside the events", () => {
  it("mark each event with the highest level that it counts for", () => {
    const levels = levelsByEvent([
      finding({ level: "red", events: ["1", "2"] }),
      finding({ level: "yellow", events: ["2", "3"] }),
      finding({ level: null, events: ["4"] }),
    ]);
    expect([...levels]).toEqual([
      ["1", "red"],
      ["2", "red"],
      ["3", "yellow"],
    ]);
  });

  it("stand worst first, with cleared and exempt ones behind", () => {
    const cards = inOrderOfWeight([
      finding({ key: "exempt", level: "red", exempt: true }),
      finding({ key: "cleared", level: "red", active: false }),
      finding({ key: "yellow", level: "yellow" }),
      finding({ key: "red", level: "red" }),
    ]);
    expect(cards.map((card) => card.key)).toEqual(["red", "yellow", "cleared", "exempt"]);
  });

  it("that turn close together are one shape of the highest level; those to come stand apart", () => {
    const marks = turnMarks(
      [
        finding({ yellow_at: "2021-06-07T01:00:00.000Z", red_at: "2021-06-07T02:00:00.000Z", events: ["1"] }),
        finding({ orange_at: "2021-06-07T03:00:00.000Z", events: ["2"] }),
      ],
      at("2021-06-07 10:30"),
      at("2021-06-30 00:00"),
      () => 100,
    );
    expect(marks.map(({ level, coming, refs }) => [level, coming, refs])).toEqual([
      ["red", false, ["1"]],
      ["orange", true, ["2"]],
    ]);
  });
});

describe("what a step asks for", () => {
  const parameters = parametersDocument(DEFAULT_PARAMETERS);
  it.each([
    ["rejected-returns", "red", { kind: "count", count: 3 }],
    ["shifting-reasons", "yellow", null],
    ["hollow-progress", "yellow", { kind: "run", count: 5 }],
    ["unsigned", "yellow", { kind: "deadline", duration: { amount: 8, unit: "wh" }, hops: null }],
    ["circulation", "orange", { kind: "deadline", duration: { amount: 10, unit: "wd" }, hops: 4 }],
    ["suspension-abuse", "red", { kind: "spent", duration: { amount: 30, unit: "d" } }],
    ["no-such-rule", "red", null],
  ] as const)("%s %s", (rule, level, threshold) => {
    expect(thresholdOf(rule, level, parameters)).toEqual(threshold);
  });
});
