import { FindingsPageSchema, OrdersPageSchema, type Overview, OverviewSchema } from "@tianyan/api";
import { type Instant, instant, type Leg } from "@tianyan/core";
import { nextKeys } from "@tianyan/db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { createApp } from "../src/app";
import { type JudgedOrder, judgeOrders } from "../src/services/judging/judge-orders";
import { loadJudging } from "../src/services/judging/setting";
import { at, type County, createCounty, NOW } from "./support/county";
import { type DemoFiles, demoFiles } from "./support/demo";
import { type Asking, asking, personIn } from "./support/person";
import { STORIES, tablesOf } from "./support/stories";

let demo: DemoFiles;
let county: County;
let app: Asking;

beforeAll(async () => {
  demo = await demoFiles(600);
  county = await createCounty();
  await county.load([...demo.all, ...STORIES.flatMap(tablesOf)]);
  const services = county.services;
  const router = createApp({ services, web: "/nonexistent", log: (_, text) => console.error(text) });
  app = asking(router, (await personIn(services, "leader")).headers);
});
afterAll(async () => {
  await county.drop();
  await demo.remove();
});

async function get<T extends z.ZodType>(schema: T, path: string): Promise<z.output<T>> {
  const response = await app.request(path);
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  expect(schema.parse(body)).toEqual(body);
  return schema.parse(body);
}

const queryOf = (query: Record<string, string>) => new URLSearchParams(query).toString();
const findings = async (query: Record<string, string>) =>
  (await get(FindingsPageSchema, `/api/findings?limit=1&view=all&exempt=false&${queryOf(query)}`)).total;
const orders = async (query: Record<string, string>) =>
  (await get(OrdersPageSchema, `/api/orders?limit=1&${queryOf(query)}`)).total;

/** Running, over, long, of a story; now and as of then. */
const ASKED = [
  {},
  { from: "2026-03-01T00:00:00+08:00", to: "2026-11-01T00:00:00+08:00" },
  { from: "2026-09-01T00:00:00+08:00", to: "2026-10-01T00:00:00+08:00", at: "2026-09-20T02:00:00.000Z" },
  { from: "2021-01-01T00:00:00+08:00", to: "2026-01-01T00:00:00+08:00" },
  { source: "12345" },
] as const;

describe.each(ASKED)("each figure of %j is the total of the list that it opens", (asked) => {
  let overview: Overview;
  /** Of every list: the instant and the source. */
  let base: Record<string, string>;
  let period: Record<string, string>;
  let did: Record<string, string>;

  beforeAll(async () => {
    overview = await get(OverviewSchema, `/api/overview?${queryOf(asked)}`);
    base = { at: overview.at, ...("source" in asked ? { source: asked.source } : {}) };
    period = { ...base, from: overview.from, to: overview.to };
    did = { ...base, did_from: overview.from, did_to: overview.to };
  });

  test("findings, by level and by rule, now and before", async () => {
    const before = { ...base, ...overview.before };
    expect(overview.findings.now).toBe(await findings(period));
    expect(overview.findings.before).toBe(await findings(before));
    expect(overview.findings.orders).toBe(await orders({ ...did, did: "found" }));
    for (const level of ["yellow", "orange", "red"] as const)
      expect(overview.findings.level[level]).toBe(await findings({ ...period, level }));
    for (const { rule, ...change } of overview.rules)
      expect([rule, change]).toEqual([
        rule,
        { now: await findings({ ...period, rule }), before: await findings({ ...before, rule }) },
      ]);
    expect(overview.rules.reduce((sum, { now }) => sum + now, 0)).toBe(overview.findings.now);
  });

  test("parts of the trend", async () => {
    for (const { rule, part, ...levels } of overview.trend.cells.slice(0, 40)) {
      const { from = "", to = "" } = overview.trend.parts[part] ?? {};
      for (const level of ["yellow", "orange", "red"] as const)
        expect([rule, part, levels[level]]).toEqual([rule, part, await findings({ ...base, from, to, rule, level })]);
    }
  });

  test("orders accepted, now and before", async () => {
    expect(overview.accepted.now).toBe(await orders(period));
    expect(overview.accepted.before).toBe(await orders({ ...base, ...overview.before }));
  });

  test("what each unit received, and how much of it was flagged", async () => {
    for (const { code, received, flagged } of overview.units.items) {
      expect([code, received]).toEqual([code, await orders({ ...did, did: "received", did_unit: code })]);
      expect([code, flagged]).toEqual([code, await orders({ ...did, did: "flagged", did_unit: code })]);
      expect(flagged).toBeLessThanOrEqual(received);
    }
  });

  test("returns by unit and centre, approved and rejected apart", async () => {
    for (const deed of ["rejected", "approved"] as const) {
      expect(overview.returns[deed]).toBe(await orders({ ...did, did: `return_${deed}` }));
      for (const cell of overview.returned) {
        const query = { ...did, did: `return_${deed}`, did_unit: cell.unit, did_other: cell.centre };
        expect([cell.unit, cell.centre, cell[deed]]).toEqual([cell.unit, cell.centre, await orders(query)]);
      }
    }
  });

  test("hand-offs between units", async () => {
    expect(overview.handed_on).toBe(await orders({ ...did, did: "handed_on" }));
    for (const { from, to, orders: count } of overview.handed)
      expect([from, to, count]).toEqual([
        from,
        to,
        await orders({ ...did, did: "handed_on", did_unit: from, did_other: to }),
      ]);
  });

  test("districts, by rule and by category", async () => {
    for (const { district, ...row } of overview.districts) {
      if (district === "") continue;
      const there = { ...period, district };
      expect([district, row.findings]).toEqual([district, await findings(there)]);
      expect([district, row.accepted]).toEqual([district, await orders(there)]);
      for (const { value: rule, count } of row.rules)
        expect([district, rule, count]).toEqual([district, rule, await findings({ ...there, rule })]);
      for (const { value: category, count } of row.categories)
        if (category !== "")
          expect([district, category, count]).toEqual([district, category, await findings({ ...there, category })]);
      expect(row.categories.reduce((sum, { count }) => sum + count, 0)).toBe(row.findings);
    }
    expect(overview.districts.reduce((sum, row) => sum + row.findings, 0)).toBe(overview.findings.now);
    expect(overview.districts.reduce((sum, row) => sum + row.accepted, 0)).toBe(overview.accepted.now);
  });
});

describe("what happened between units is what the replay says", () => {
  type Pair = readonly [from: string, to: string];
  const inside = (when: Instant, overview: Overview) =>
    when >= at(overview.from) && when < at(overview.to) && when <= at(overview.at);

  async function replayed(overview: Overview): Promise<readonly JudgedOrder[]> {
    const { sql } = county.owner;
    const keys = await nextKeys(sql, null, 10_000, null);
    const judged = await judgeOrders(
      sql,
      await loadJudging(sql),
      keys.map((row) => ({ source: row.source, orderId: row.order_id })),
      at(overview.at),
    );
    return judged.filter(({ judged: { replay } }) => replay.demandClasses.at(-1)?.demandClass === "normal");
  }

  /** Orders by pair: each order once. */
  function tally(histories: readonly JudgedOrder[], pairs: (order: JudgedOrder) => readonly Pair[]) {
    const counts = new Map<string, number>();
    for (const order of histories)
      for (const pair of new Set(pairs(order).map((one) => one.join(" → "))))
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  const sorted = (rows: readonly (readonly [Pair, number])[]) =>
    rows
      .filter(([, count]) => count > 0)
      .map(([pair, count]) => [pair.join(" → "), count] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));

  test.each(ASKED.slice(1, 4))("in %j", async (asked) => {
    const overview = await get(OverviewSchema, `/api/overview?${queryOf(asked)}`);
    const histories = await replayed(overview);
    const verdicts = (kind: "return_rejected" | "return_approved") => (order: JudgedOrder) =>
      order.judged.replay.events.flatMap(({ event, leg, counts }): Pair[] => {
        if (event.kind !== kind || !counts || leg === null || !inside(event.at, overview)) return [];
        const pool = order.judged.replay.pools.findLast(({ start }) => start < event.at)?.centre ?? "";
        return [[leg.unit, order.bench.setting.centres.includes(event.unit ?? "") ? (event.unit ?? "") : pool]];
      });
    for (const deed of ["rejected", "approved"] as const) {
      const told = overview.returned.map((cell) => [[cell.unit, cell.centre], cell[deed]] as const);
      expect(sorted(told)).toEqual(tally(histories, verdicts(`return_${deed}`)));
    }
    const handed = overview.handed.map((cell) => [[cell.from, cell.to], cell.orders] as const);
    const passed = (order: JudgedOrder) =>
      order.judged.replay.spells.flatMap(({ legs }) =>
        legs.flatMap((leg, place): Pair[] => {
          const before: Leg | undefined = legs[place - 1];
          return before && before.unit !== leg.unit && inside(instant(leg.start), overview)
            ? [[before.unit, leg.unit]]
            : [];
        }),
      );
    expect(sorted(handed)).toEqual(tally(histories, passed));
    expect(overview.returned.length + overview.handed.length).toBeGreaterThan(3);
  });

  test("and nothing comes after T", async () => {
    const early = await get(OverviewSchema, `/api/overview?at=${new Date(at("2026-01-01T00:00:00Z")).toISOString()}`);
    expect([early.findings.now, early.accepted.now, early.running]).toEqual([0, 0, true]);
    expect(NOW).toBeGreaterThan(at(early.at));
  });
});
