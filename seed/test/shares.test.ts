import { instant, RULES } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { isOfficeTime } from "../src/clock";
import { simulate } from "../src/index";
import { LARGE_GROUPS } from "../src/words/matters";
import { judgedDemo, sharesOf } from "./judged-demo";

const UNTIL = instant(Date.parse("2026-11-20T06:30:00Z"));
const DEMO = { orders: 4000, seed: 1, until: UNTIL };

describe("a demo of 4,000 orders", () => {
  const shares = sharesOf(DEMO);
  const of = (count: number) => count / shares.orders;

  it("shows every rule at some level", () => {
    expect(RULES.filter((rule) => !shares.byRule.has(rule))).toEqual([]);
  });

  it("is mostly clean, and the worst is the rarest", () => {
    expect(of(shares.withFinding)).toBeGreaterThan(0.12);
    expect(of(shares.withFinding)).toBeLessThan(0.2);
    expect(shares.worst.red).toBeLessThan(shares.worst.orange);
    expect(shares.worst.orange).toBeLessThan(shares.worst.yellow);
  });

  it("has a watchlist that one person can read, with findings about to turn red", () => {
    expect(shares.watchlist).toBeGreaterThan(150);
    expect(shares.watchlist).toBeLessThan(600);
    expect(shares.redWithinWeek).toBeGreaterThan(10);
  });

  it("replays without a doubt about who did what", () => {
    const flags = [...shares.flags.values()].reduce((sum, count) => sum + count, 0);
    expect(flags / shares.events).toBeLessThan(0.001);
  });

  it("has about eight events an order", () => {
    expect(shares.events / shares.orders).toBeGreaterThan(7);
    expect(shares.events / shares.orders).toBeLessThan(9.5);
  });

  it("plants conduct that the rules mostly find", () => {
    expect(shares.plantedFound / shares.planted).toBeGreaterThan(0.8);
  });
});

describe("the published figures", () => {
  const orders = [...simulate({ ...DEMO, orders: 12_000 })];
  const share = (matches: (order: (typeof orders)[number]) => boolean) => orders.filter(matches).length / orders.length;
  const ratings = orders.flatMap(({ steps }) => steps.filter((step) => step.kind === "rated"));

  it("eleven categories 89.51 %", () => {
    const large = share(({ order }) => LARGE_GROUPS.some((group) => order.category.startsWith(`${group.name}>`)));
    expect(large).toBeCloseTo(0.8951, 1.9);
  });

  it("81 % outside office hours", () => {
    expect(Math.abs(share(({ order }) => !isOfficeTime(order.arrival.at)) - 0.81)).toBeLessThan(0.02);
  });

  it("rated 11.38 %, mean 2.85 of 5", () => {
    expect(Math.abs(share(({ steps }) => steps.some((step) => step.kind === "rated")) - 0.1138)).toBeLessThan(0.012);
    const mean = ratings.reduce((sum, step) => sum + Number(step.result), 0) / ratings.length;
    expect(Math.abs(mean - 2.85)).toBeLessThan(0.12);
  });

  it("53,000 of 3 million non-compliant", () => {
    expect(Math.abs(share(({ order }) => order.demandClass !== "normal") - 53 / 3000)).toBeLessThan(0.005);
  });
});

describe("other sizes", () => {
  it("500 orders lie within nine months, 20,000 within two years", () => {
    const first = (orders: number) => [...simulate({ ...DEMO, orders })][0]?.order.arrival.at ?? 0;
    expect((UNTIL - first(500)) / 86_400_000).toBeLessThan(277);
    expect((UNTIL - first(20_000)) / 86_400_000).toBeGreaterThan(725);
  });

  it("the same seed gives the same histories", () => {
    const demo = judgedDemo(DEMO);
    const again = judgedDemo(DEMO);
    for (let count = 0; count < 50; count++) expect(demo.next().value?.steps).toEqual(again.next().value?.steps);
  });
});
