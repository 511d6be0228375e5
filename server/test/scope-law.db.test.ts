import type { FindingFilter, FindingsQuery, OrdersQuery } from "@tianyan/api";
import { ApiError, may } from "@tianyan/api";
import { findingKey, isoInstant, LEVELS } from "@tianyan/core";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { type Actor, SYSTEM_ACTOR } from "../src/auth/actor";
import { exportFindings } from "../src/services/findings/export";
import { facetsOfFindings } from "../src/services/findings/facets";
import { listFindings } from "../src/services/findings/list";
import { listOrders } from "../src/services/orders/list";
import { readOrder } from "../src/services/orders/read";
import { readOverview } from "../src/services/overview/read";
import { listCategories, listRegisteredUnits } from "../src/services/registry/read";
import { listSources } from "../src/services/sources/list";
import { listUnits } from "../src/services/units/list";
import { NOW } from "./support/county";
import { type SharedCounty, sharedCounty } from "./support/scope/county";
import { expectedExport, expectedFacets, expectedFindings } from "./support/scope/expected-findings";
import { expectedDeeds, expectedOrders, expectedRow, holding, ordersOf } from "./support/scope/expected-orders";
import * as random from "./support/scope/random";
import { type Eyes, type KnownOrder, keyOf, sightOf } from "./support/scope/world";

const ORDERS = 300;
const RUNS = trustCount(150, 1_200);

let shared: SharedCounty;
beforeAll(async () => {
  shared = await sharedCounty(ORDERS);
});
afterAll(() => shared.remove());

const actorOf = (eyes: Eyes): Actor => ({ ...SYSTEM_ACTOR, ...eyes, post: eyes.post as Actor["post"], account: "1" });
const instantOf = (at: string | undefined): number => (at === undefined ? NOW : Date.parse(at));

const tally = { runs: 0, rows: 0, foreign: 0, missing: 0 };

/** Rows of an answer against those that should be there: none is foreign, none is missing, and each is there once. */
function compare(answered: readonly string[], expected: readonly string[]): void {
  const [got, due] = [new Set(answered), new Set(expected)];
  tally.rows += answered.length;
  tally.foreign += answered.filter((key) => !due.has(key)).length;
  tally.missing += expected.filter((key) => !got.has(key)).length;
  expect(answered).toEqual(expected);
}

const nonZero = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
const byValue = (facets: readonly { readonly value: string; readonly count: number }[]) =>
  Object.fromEntries(facets.map(({ value, count }) => [value, count]));

async function pages<T>(
  read: (cursor: string | undefined) => Promise<{ total: number; items: readonly T[]; next_cursor: string | null }>,
) {
  const items: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await read(cursor);
    items.push(...page.items);
    expect(page.total).toBeGreaterThanOrEqual(items.length);
    if (page.next_cursor === null) {
      expect(page.total).toBe(items.length);
      return items;
    }
    cursor = page.next_cursor;
  }
}

/** Each surface that shows business, held against everything filtered in TypeScript. */
const surfaces = {
  async findings(eyes: Eyes, query: FindingsQuery) {
    const { world, county } = shared;
    const listed = await pages((cursor) => listFindings(county.services, actorOf(eyes), { ...query, cursor }));
    const expected = expectedFindings(world, sightOf(world, eyes), query, instantOf(query.at));
    compare(
      listed.map(({ id }) => id),
      expected.map(({ id }) => id),
    );
  },
  async facets(eyes: Eyes, filter: FindingFilter) {
    const { world, county } = shared;
    const facets = await facetsOfFindings(county.services, actorOf(eyes), filter);
    const expected = expectedFacets(world, sightOf(world, eyes), filter, instantOf(filter.at));
    tally.rows += expected.total;
    expect({
      total: facets.total,
      level: nonZero(facets.level),
      rule: byValue(facets.rule),
      unit: byValue(facets.unit),
      district: byValue(facets.district),
      category: byValue(facets.category),
      source: byValue(facets.source),
    }).toEqual(expected);
  },
  async orders(eyes: Eyes, query: OrdersQuery) {
    const { world, county } = shared;
    const at = instantOf(query.at);
    const sight = sightOf(world, eyes);
    const listed = await pages((cursor) => listOrders(county.services, actorOf(eyes), { ...query, cursor }));
    const expected = await expectedOrders(world, county.owner, sight, query, at);
    const rows = listed.map(({ source, order_id: orderId, state, holder, legs, findings }) => ({
      key: keyOf({ source, orderId }),
      ...{ state, holder: holder?.code ?? null, legs, findings },
    }));
    compare(
      rows.map(({ key }) => key),
      expected.map(keyOf),
    );
    expect(rows).toEqual(expected.map((order) => expectedRow(sight, order, at)));
  },
  async order(eyes: Eyes, order: KnownOrder, asked: string | undefined) {
    const { world, county } = shared;
    const at = instantOf(asked);
    const sight = sightOf(world, eyes);
    const detail = await readOrder(county.services, actorOf(eyes), order, { at: asked }).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === "order.not_found") return null;
      throw error;
    });
    compare(detail ? [keyOf(order)] : [], sight.order(order, at) ? [keyOf(order)] : []);
    if (!detail) return;
    compare(
      detail.findings
        .filter(({ level }) => level !== null)
        .map(({ key }) => key)
        .sort(),
      order.findings
        .filter((known) => known.first <= at && sight.finding(known, at))
        .map(({ finding }) => findingKey(finding))
        .sort(),
    );
  },
  async units(eyes: Eyes, asked: string | undefined, source: readonly string[]) {
    const { world, county } = shared;
    const at = instantOf(asked);
    const sight = sightOf(world, eyes);
    const { units } = await listUnits(county.services, actorOf(eyes), { at: asked, source: [...source] });
    const mine = world.orders.filter(
      (order) => (source.length === 0 || source.includes(order.source)) && sight.order(order, at),
    );
    const filter = {
      view: "watchlist",
      rule: [],
      level: [],
      unit: [],
      district: [],
      category: [],
      source: [...source],
      status: [],
    };
    const hits = expectedFacets(world, sight, filter as FindingFilter, at);
    const counted = Object.fromEntries(
      units.map((unit) => [unit.code, Object.values(unit.findings).reduce((a, b) => a + b)]),
    );
    expect(nonZero(counted)).toEqual(Object.fromEntries(Object.entries(hits.unit).filter(([code]) => code in counted)));
    for (const { code, orders, legs, holding: held } of units) {
      const own = mine.map((order) => order.legs.filter(({ unit, start }) => unit === code && start <= at).length);
      tally.rows += orders;
      expect({ code, orders, legs, held }).toEqual({
        code,
        orders: own.filter((count) => count > 0).length,
        legs: own.reduce((a, b) => a + b, 0),
        held: mine.reduce((sum, order) => sum + holding(order, at).filter((unit) => unit === code).length, 0),
      });
    }
  },
  async sources(eyes: Eyes) {
    const { world, county } = shared;
    const sight = sightOf(world, eyes);
    const { sources } = await listSources(county.services, actorOf(eyes));
    expect(sources.map(({ code }) => code).sort()).toEqual(
      world.sources.filter((code) => eyes.scope.sources?.includes(code) ?? true),
    );
    for (const { code, orders, events, first_at, last_at } of sources) {
      const mine = world.orders.filter((order) => order.source === code && sight.order(order, NOW));
      const instants = mine.flatMap((order) => order.events).sort((a, b) => a - b);
      tally.rows += orders;
      const iso = (at: number | undefined) => (at === undefined ? null : isoInstant(at as never));
      expect({ orders, events, first_at, last_at }).toEqual({
        orders: mine.length,
        events: instants.length,
        first_at: iso(instants[0]),
        last_at: iso(instants.at(-1)),
      });
    }
  },
  async registry(eyes: Eyes) {
    const { world, county } = shared;
    if (!may(eyes.post, "registry.read")) return;
    const mine = world.orders.filter((order) => sightOf(world, eyes).order(order, NOW));
    tally.rows += mine.length;
    const { units } = await listRegisteredUnits(county.services, actorOf(eyes));
    expect(nonZero(Object.fromEntries(units.map(({ code, legs }) => [code, legs])))).toEqual(
      countBy(mine.flatMap(({ legs }) => legs.map(({ unit }) => unit))),
    );
    const { categories } = await listCategories(county.services, actorOf(eyes));
    expect(nonZero(Object.fromEntries(categories.map(({ path, orders }) => [path, orders])))).toEqual(
      countBy(mine.map(({ category }) => category)),
    );
  },
  async overview(
    eyes: Eyes,
    asked: string | undefined,
    period: { from: string; to: string },
    source: readonly string[],
  ) {
    const { world, county } = shared;
    if (!may(eyes.post, "overview.read")) return;
    const at = instantOf(asked);
    const sight = sightOf(world, eyes);
    const told = await readOverview(county.services, actorOf(eyes), { at: asked, ...period, source: [...source] });
    const span = { at, from: Date.parse(told.from), to: Date.parse(told.to), sources: source };
    const deeds = (name: Parameters<typeof expectedDeeds>[3]) => expectedDeeds(world, county.owner, sight, name, span);
    const filter = {
      view: "all",
      exempt: false,
      rule: [],
      level: [],
      unit: [],
      district: [],
      category: [],
      source: [...source],
      status: [],
    };
    const found = expectedFacets(world, sight, { ...filter, from: told.from, to: told.to } as FindingFilter, at);
    const accepted = world.orders.filter(
      ({ acceptedAt, ...order }) =>
        acceptedAt !== null &&
        acceptedAt >= span.from &&
        acceptedAt < span.to &&
        acceptedAt <= at &&
        (source.length === 0 || source.includes(order.source)) &&
        sight.order({ acceptedAt, ...order }, at),
    );
    const [rejected, approved, handed] = [
      await deeds("return_rejected"),
      await deeds("return_approved"),
      await deeds("handed_on"),
    ];
    tally.rows += found.total + accepted.length;
    expect({
      findings: told.findings.now,
      level: nonZero(told.findings.level),
      orders: told.findings.orders,
      rules: nonZero(Object.fromEntries(told.rules.map(({ rule, now }) => [rule, now]))),
      accepted: told.accepted.now,
      districts: nonZero(Object.fromEntries(told.districts.map((row) => [row.district, row.findings]))),
      acceptedThere: nonZero(Object.fromEntries(told.districts.map((row) => [row.district, row.accepted]))),
      returns: told.returns,
      handed: told.handed_on,
      received: Object.fromEntries(told.units.items.map((unit) => [unit.code, unit.received])),
      flagged: nonZero(Object.fromEntries(told.units.items.map((unit) => [unit.code, unit.flagged]))),
    }).toEqual({
      findings: found.total,
      level: found.level,
      orders: ordersOf(await deeds("found")).size,
      rules: found.rule,
      accepted: accepted.length,
      districts: found.district,
      acceptedThere: countBy(accepted.map(({ district }) => district)),
      returns: { rejected: ordersOf(rejected).size, approved: ordersOf(approved).size },
      handed: ordersOf(handed).size,
      received: perUnit(await deeds("received")),
      flagged: perUnit(await deeds("flagged")),
    });
  },
  async export(eyes: Eyes, asked: string | undefined, source: string | undefined) {
    const { world, county } = shared;
    if (!may(eyes.post, "export")) return;
    const at = asked === undefined ? undefined : (Date.parse(asked) as typeof NOW);
    const records: string[] = [];
    for await (const record of exportFindings(county.services, actorOf(eyes), { at, source }))
      records.push(`${record.order_id}|${record.rule}|${at === undefined ? record.units.join() : ""}`);
    const expected = expectedExport(world, sightOf(world, eyes), source, at ?? Number.POSITIVE_INFINITY);
    compare(
      records.sort(),
      expected
        .map(({ orderId, finding }) => {
          const units = at === undefined ? finding.units.map(({ unit }) => unit).sort() : [];
          return `${orderId}|${finding.rule}|${units.join()}`;
        })
        .sort(),
    );
  },
};

const countBy = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
const perUnit = (deeds: Awaited<ReturnType<typeof expectedDeeds>>) =>
  countBy(
    [...new Set(deeds.map(({ order, unit }) => JSON.stringify([unit, keyOf(order)])))].map(
      (pair) => JSON.parse(pair)[0] as string,
    ),
  );

type Look = readonly [name: keyof typeof surfaces, ask: (eyes: Eyes) => Promise<void>];

/** Any question that somebody may ask. */
const questions = (): fc.Arbitrary<Look> => {
  const { world } = shared;
  return fc.oneof(
    {
      weight: 4,
      arbitrary: random
        .findingQueries(world)
        .map((query): Look => ["findings", (eyes) => surfaces.findings(eyes, query)]),
    },
    {
      weight: 3,
      arbitrary: random
        .findingFilters(world)
        .map((filter): Look => ["facets", (eyes) => surfaces.facets(eyes, filter)]),
    },
    {
      weight: 4,
      arbitrary: random.orderQueries(world).map((query): Look => ["orders", (eyes) => surfaces.orders(eyes, query)]),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(random.someOrder(world), random.moments)
        .map(([order, at]): Look => ["order", (eyes) => surfaces.order(eyes, order, at)]),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(random.moments, random.someSources(world))
        .map(([at, source]): Look => ["units", (eyes) => surfaces.units(eyes, at, source)]),
    },
    { weight: 1, arbitrary: fc.constant<Look>(["sources", (eyes) => surfaces.sources(eyes)]) },
    { weight: 1, arbitrary: fc.constant<Look>(["registry", (eyes) => surfaces.registry(eyes)]) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(random.moments, random.periods, random.someSources(world))
        .map(([at, period, source]): Look => ["overview", (eyes) => surfaces.overview(eyes, at, period, source)]),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(random.moments, fc.option(fc.constantFrom(...world.sources), { nil: undefined }))
        .map(([at, source]): Look => ["export", (eyes) => surfaces.export(eyes, at, source)]),
    },
  );
};

test(`${RUNS} questions of anybody: no foreign row, none missing, every count as it should be`, {
  timeout: 600_000,
}, async () => {
  const asked: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(random.eyes(shared.world), questions(), async (eyes, [name, ask]) => {
      tally.runs += 1;
      asked[name] = (asked[name] ?? 0) + 1;
      await ask(eyes);
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 500_000, markInterruptAsFailure: true },
  );
  expect(LEVELS).toHaveLength(3);
  expect(tally).toMatchObject({ foreign: 0, missing: 0 });
  trustFigure(4, "questions under random scopes", tally.runs);
  trustFigure(4, "by surface", JSON.stringify(asked));
  trustFigure(4, "rows compared, foreign, missing", `${tally.rows}, ${tally.foreign}, ${tally.missing}`);
});
