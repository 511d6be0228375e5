import {
  FindingFacetsSchema,
  type FindingRow,
  FindingsPageSchema,
  MetaSchema,
  OrderDetailSchema,
  OrdersPageSchema,
  RulesSchema,
  SourcesSchema,
  toFinding,
  toOrder,
  toOrderEvent,
  UnitsSchema,
} from "@tianyan/api";
import {
  CONDITION_RULES,
  createCompetence,
  createJudge,
  DAY,
  type FindingRecord,
  findingKey,
  instant,
  parseParameters,
} from "@tianyan/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { createApp } from "../src/app";
import { type County, createCounty, NOW } from "./support/county";
import { type DemoFiles, demoFiles } from "./support/demo";
import { at } from "./support/instants";
import { type Asking, asking, personIn } from "./support/person";
import { tablesOf } from "./support/stories";

let demo: DemoFiles;
let county: County;
let app: Asking;

beforeAll(async () => {
  demo = await demoFiles(400);
  county = await createCounty();
  await county.load([...demo.all, ...tablesOf("yanggu")]);
  const router = createApp({
    services: county.services,
    web: "/nonexistent",
    log: (_, text) => console.error(text),
  });
  app = asking(router, (await personIn(county.services, "inspector")).headers);
});
afterAll(async () => {
  await county.drop();
  await demo.remove();
});

/** Asks, and holds the answer against the contract. */
async function get<T extends z.ZodType>(schema: T, path: string): Promise<z.output<T>> {
  const response = await app.request(path);
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  expect(schema.parse(body)).toEqual(body);
  return schema.parse(body);
}

const findings = (query: string) => get(FindingsPageSchema, `/api/findings?${query}`);
const facets = (query: string) => get(FindingFacetsSchema, `/api/findings/facets?${query}`);

async function allFindings(query: string, limit = 500): Promise<FindingRow[]> {
  const items: FindingRow[] = [];
  let cursor = "";
  do {
    const page = await findings(`${query}&limit=${limit}&cursor=${cursor}`.replace(/&cursor=$/, ""));
    items.push(...page.items);
    cursor = page.next_cursor ?? "";
  } while (cursor !== "");
  return items;
}

const THEN = "2026-09-15T02:00:00.000Z";

describe("the list", () => {
  test("pages cover all findings exactly once, worst first", async () => {
    const { total } = await findings("view=all");
    const items = await allFindings("view=all", 37);
    expect(total).toBeGreaterThan(100);
    expect(items).toHaveLength(total);
    expect(new Set(items.map(({ id }) => id)).size).toBe(total);
    const rank = { red: 3, orange: 2, yellow: 1 };
    const places = items.map(({ level, since }) => [level ? rank[level] : 0, since ?? ""] as const);
    for (const [index, [level, since]] of places.entries()) {
      const [before, sinceBefore] = places[index - 1] ?? [4, ""];
      expect(before > level || (before === level && sinceBefore >= since)).toBe(true);
    }
  });

  const told = (row: FindingRow | FindingRecord) =>
    JSON.stringify([
      row.order_id,
      row.key,
      row.level,
      row.active,
      row.yellow_at,
      row.orange_at,
      row.red_at,
      row.cleared_at,
      row.units.map((unit) => (typeof unit === "string" ? unit : unit.code)),
      row.events,
      row.exempt,
      row.provisional,
    ]);

  test.each([THEN, NOW])("at %s it holds every finding as `findings --at` says it stood", async (then) => {
    const records = await county.findings({ at: at(new Date(then).toISOString()) });
    const items = await allFindings(`view=all&at=${new Date(then).toISOString()}`);
    expect(items.map(told).sort()).toEqual(records.map(told).sort());
  });

  test.each([THEN, NOW, "2021-06-20T00:00:00.000Z"])(
    "at %s the watchlist is what domain.md says it is",
    async (when) => {
      const then = at(new Date(when).toISOString());
      const iso = new Date(then).toISOString();
      const open = new Set<string>();
      let cursor = "";
      do {
        const page = await get(
          OrdersPageSchema,
          `/api/orders?limit=500&state=open&at=${iso}${cursor && `&cursor=${cursor}`}`,
        );
        for (const order of page.items) open.add(order.order_id);
        cursor = page.next_cursor ?? "";
      } while (cursor !== "");
      const latest = (row: FindingRecord) =>
        Math.max(
          ...[row.yellow_at, row.orange_at, row.red_at].map((step) =>
            step && Date.parse(step) <= then ? Date.parse(step) : 0,
          ),
        );
      const expected = (await county.findings({ at: then })).filter((row) =>
        row.exempt
          ? false
          : (CONDITION_RULES as readonly string[]).includes(row.rule)
            ? row.active
            : open.has(row.order_id) || latest(row) >= then - 30 * DAY,
      );
      const items = await allFindings(`at=${iso}`);
      expect(expected.length).toBeGreaterThan(0);
      expect(items.map(told).sort()).toEqual(expected.map(told).sort());
    },
  );

  test("a row tells who is named, when it got there and what comes next", async () => {
    const items = await allFindings("view=all");
    const names = new Map((await get(UnitsSchema, "/api/units")).units.map(({ code, name }) => [code, name]));
    for (const row of items) {
      expect(row.since).toBe(row.level && row[`${row.level}_at`]);
      for (const { code, name } of row.units) expect(names.get(code)).toBe(name);
      if (row.next) expect(Date.parse(row.next.at)).toBeGreaterThan(NOW);
      expect(findingKey(toFinding(row))).toBe(row.key);
    }
    expect(items.some(({ next }) => next !== null)).toBe(true);
    expect(items.find(({ order_id }) => order_id === "YG2021060701")?.order_title).toBe("办理不动产证难");
  });

  test("a text finds orders by part of the title or the number", async () => {
    expect((await findings("view=all&q=不动产证难")).items.map(({ order_id }) => order_id)).toContain("YG2021060701");
    expect((await findings("view=all&q=YG20210607")).total).toBeGreaterThan(0);
    expect((await findings("view=all&q=100%25")).total).toBe(0);
  });

  test("a unit stands for those below it", async () => {
    const { units } = await get(UnitsSchema, "/api/units");
    const parent = units.find(({ code }) =>
      units.some((unit) => unit.parent === code && unit.findings.red + unit.findings.yellow > 0),
    );
    const below = new Set([
      parent?.code,
      ...units.filter(({ parent: above }) => above === parent?.code).map(({ code }) => code),
    ]);
    const items = await allFindings(`unit=${parent?.code}`);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((row) => row.units.some(({ code }) => below.has(code)))).toBe(true);
  });
});

describe("facets", () => {
  const FILTERS = [
    "",
    "view=all",
    "view=all&rule=wrong-dispatch&rule=inaction",
    "view=all&level=red&q=路",
    `at=${THEN}`,
    "view=all&exempt=true",
  ];

  test.each(FILTERS)("under “%s” every count is the number of rows that choosing it lists", async (filter) => {
    const counted = await facets(filter);
    expect(counted.total).toBe((await findings(filter)).total);
    const without = (name: string) =>
      filter
        .split("&")
        .filter((part) => !part.startsWith(`${name}=`))
        .join("&");
    const listed = async (name: string, value: string) =>
      (await findings(`${without(name)}&${name}=${encodeURIComponent(value)}&limit=1`)).total;
    for (const level of ["yellow", "orange", "red"] as const)
      expect(await listed("level", level)).toBe(counted.level[level]);
    for (const { value, count } of counted.rule.slice(0, 3)) expect(await listed("rule", value)).toBe(count);
    for (const { value, count } of counted.district.slice(0, 3)) expect(await listed("district", value)).toBe(count);
    for (const { value, count } of counted.category.slice(0, 4)) expect(await listed("category", value)).toBe(count);
    for (const { value, count } of counted.source) expect(await listed("source", value)).toBe(count);
    const { units } = await get(UnitsSchema, "/api/units");
    const leaves = counted.unit.filter(({ value }) => !units.some(({ parent }) => parent === value));
    for (const { value, count } of leaves.slice(0, 3)) expect(await listed("unit", value)).toBe(count);
  });

  test("without a filter of their own levels, rules, districts and sources add up to the whole", async () => {
    const { total, level, rule, district, source } = await facets("view=all");
    const sum = (list: readonly { readonly count: number }[]) => list.reduce((all, { count }) => all + count, 0);
    expect([level.red + level.orange + level.yellow, sum(rule), sum(district), sum(source)]).toEqual([
      total,
      total,
      total,
      total,
    ]);
  });

  test("what is new and what is about to turn red are lists too", async () => {
    const counted = await facets(`at=${THEN}`);
    expect((await findings(`at=${THEN}&from=${counted.new_since_yesterday.from}`)).total).toBe(
      counted.new_since_yesterday.count,
    );
    expect((await findings(`at=${THEN}&red_before=${counted.turn_red_this_week.before}`)).total).toBe(
      counted.turn_red_this_week.count,
    );
    expect(counted.new_since_yesterday.from).toBe("2026-09-14T16:00:00.000Z");
    expect(counted.turn_red_this_week.before).toBe("2026-09-20T16:00:00.000Z");
  });
});

describe("orders", () => {
  test("pages cover all orders exactly once, newest first", async () => {
    const seen: string[] = [];
    let [cursor, last] = ["", "9"];
    do {
      const page = await get(OrdersPageSchema, `/api/orders?limit=61${cursor && `&cursor=${cursor}`}`);
      expect(page.total).toBe(401);
      for (const { order_id, accepted_at } of page.items) {
        expect(last >= (accepted_at ?? "")).toBe(true);
        last = accepted_at ?? "";
        seen.push(order_id);
      }
      cursor = page.next_cursor ?? "";
    } while (cursor !== "");
    expect(new Set(seen).size).toBe(401);
    expect(seen).toHaveLength(401);
  });

  test("at an instant only what was accepted by then exists, with its holder then", async () => {
    const page = await get(OrdersPageSchema, "/api/orders?at=2021-06-08T00:00:00Z");
    expect(page.items).toMatchObject([
      { order_id: "YG2021060701", state: "open", legs: 1, holder: { name: "县不动产登记服务中心" } },
    ]);
    const done = await get(OrdersPageSchema, "/api/orders?at=2021-12-01T00:00:00Z&state=done");
    expect(done.items).toMatchObject([{ order_id: "YG2021060701", holder: null }]);
  });

  test.each([undefined, "2021-06-20T00:00:00Z"])(
    "what the browser replays at %s gives the findings that are told",
    async (when) => {
      const query = when === undefined ? "" : `?at=${when}`;
      const detail = await get(OrderDetailSchema, `/api/orders/12345/YG2021060701${query}`);
      const { setting } = detail;
      const parsed = parseParameters(setting.parameters);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const judge = createJudge({
        parameters: parsed.parameters,
        centres: setting.centres,
        competence: createCompetence(setting.competence),
        measurable: new Set(setting.measurable),
        compareRows: setting.compare_rows,
      });
      const judged = judge.judge(
        toOrder(detail.order),
        detail.events.map(toOrderEvent),
        instant(Date.parse(detail.at)),
      );
      expect(judged.findings).toEqual(detail.findings.map(toFinding));
      expect(detail.findings.length).toBeGreaterThan(3);
      expect(detail.batches).toHaveLength(1);
      const known = new Set(detail.units.map(({ code }) => code));
      for (const event of detail.events) expect(event.unit === null || known.has(event.unit)).toBe(true);
    },
  );
});

test("units have their volume, rules their words, sources what cannot be measured", async () => {
  const { units } = await get(UnitsSchema, `/api/units?at=${THEN}`);
  expect(units.some(({ orders, legs, holding }) => legs >= orders && orders > holding && holding > 0)).toBe(true);
  const { rules } = await get(RulesSchema, "/api/rules");
  expect(rules).toHaveLength(24);
  for (const { name, sources } of rules) expect([name.zh !== "", sources.length]).toEqual([true, 1]);
  const { sources } = await get(SourcesSchema, "/api/sources");
  expect(sources).toMatchObject([{ code: "12345", orders: 401, shape: "event" }]);
  expect(sources[0]?.measurable.length).toBe(24 - (sources[0]?.not_measurable.length ?? 0));
  expect(await get(MetaSchema, "/api/meta")).toMatchObject({
    zone: "Asia/Shanghai",
    actor: { post: "inspector", scope: { units: null }, permissions: expect.arrayContaining(["findings.read"]) },
  });
});
