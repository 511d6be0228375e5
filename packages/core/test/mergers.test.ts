import { expect, test } from "vitest";
import { type EventKind, instant, type OrderEvent, settleMergers } from "../src/index";

const FROM = instant(Date.parse("2026-04-01T00:00:00+08:00"));
const MERGERS = [{ unit: "A", into: "B", from: FROM }];
const DAY = 86_400_000;

let position = 0;
const event = (days: number, kind: EventKind, unit: string | null, toUnit: string | null = null): OrderEvent => ({
  ref: `#${++position}`,
  hasId: false,
  at: instant(FROM + days * DAY),
  position,
  part: 0,
  kind,
  unit,
  toUnit,
  reasonCode: null,
  text: null,
  operator: null,
  result: null,
  dueAt: null,
});

const read = (events: readonly OrderEvent[]) => events.map(({ unit, toUnit }) => [unit, toUnit]);

test("an order given to it before stays its own to the end, however late", () => {
  const events = [event(-3, "dispatched", "centre", "A"), event(9, "replied", "A"), event(10, "completed", "A")];
  expect(settleMergers(events, MERGERS)).toEqual(events);
});

test("an order given to it from that instant on is the other's, as are its acts there", () => {
  const events = [event(0, "dispatched", "centre", "A"), event(1, "signed", "A")];
  expect(read(settleMergers(events, MERGERS))).toEqual([
    ["centre", "B"],
    ["B", null],
  ]);
});

test("given to it anew, it is the other's from there", () => {
  const events = [
    event(-2, "dispatched", "centre", "A"),
    event(1, "return_requested", "A"),
    event(2, "return_approved", "centre"),
    event(3, "dispatched", "centre", "A"),
    event(4, "completed", "A"),
  ];
  expect(read(settleMergers([...events].reverse(), MERGERS)).reverse()).toEqual([
    ["centre", "A"],
    ["A", null],
    ["centre", null],
    ["centre", "B"],
    ["B", null],
  ]);
});

test("mergers follow one another, and a circle ends", () => {
  const chain = [...MERGERS, { unit: "B", into: "C", from: instant(FROM + 5 * DAY) }];
  expect(read(settleMergers([event(1, "dispatched", null, "A")], chain))).toEqual([[null, "B"]]);
  expect(read(settleMergers([event(6, "dispatched", null, "A")], chain))).toEqual([[null, "C"]]);
  const circle = [...MERGERS, { unit: "B", into: "A", from: FROM }];
  expect(read(settleMergers([event(1, "dispatched", null, "A")], circle))).toHaveLength(1);
});

test("an order that never met a dissolved unit is left as it is", () => {
  const events = [event(1, "dispatched", "centre", "D")];
  expect(settleMergers(events, MERGERS)).toBe(events);
});
