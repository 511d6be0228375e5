import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client, FindingFacets } from "@tianyan/api";
import { DAY, type Instant, instant, isoInstant, LEVELS, parseParameters } from "@tianyan/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replayAll } from "../src/services/findings/replay";
import type { JudgedOrder } from "../src/services/judging/judge-orders";
import {
  type AskedFindings,
  type AskedOrders,
  findingsAfresh,
  judgedAfresh,
  ordersAfresh,
  volumesAfresh,
} from "./support/afresh";
import { ACTOR, fileOf, NOW } from "./support/county";
import { type DemoFiles, demoFiles, tableOf } from "./support/demo";
import { type DeskOfTest, deskOfTest, shuffled } from "./support/desk";
import { STORIES, tablesOf } from "./support/stories";

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(160);
});
afterAll(() => demo.remove());

/** The same for the same seed. */
function createDice(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return { next, sometimes: <T>(values: readonly T[]) => (next(3) === 0 ? values[next(values.length)] : undefined) };
}

const defined = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

function choices(orders: readonly JudgedOrder[]) {
  const of = <T>(values: readonly T[]): T[] => [...new Set(values)];
  return {
    sources: of(orders.map(({ source }) => source)),
    districts: of(orders.map(({ order }) => order.district)),
    categories: of(orders.flatMap(({ order }) => [order.category, order.category.split(">")[0] ?? ""])).filter(Boolean),
    units: of(orders.flatMap(({ judged }) => judged.replay.legs.map(({ unit }) => unit))),
    rules: of(orders.flatMap(({ judged }) => judged.findings.map(({ rule }) => rule))),
    words: ["小区", "反映", "JD2021", "jd", "%", "没有这样的字"],
    instants: of(
      orders.flatMap(({ judged }) =>
        judged.findings.flatMap(({ steps, clearedAt }) => [steps.yellow, steps.red, clearedAt]),
      ),
    ).filter((at): at is Instant => at !== null && at <= NOW),
  };
}

const countsOf = (rows: readonly { readonly value: string; readonly count: number }[]) =>
  Object.fromEntries(rows.map(({ value, count }) => [value, count] as const).sort(([a], [b]) => (a < b ? -1 : 1)));

const facetsOf = (facets: FindingFacets) => ({
  rule: countsOf(facets.rule),
  level: countsOf(
    LEVELS.map((value) => ({ value: value as string, count: facets.level[value] })).filter(({ count }) => count > 0),
  ),
  unit: countsOf(facets.unit),
  district: countsOf(facets.district),
  category: countsOf(facets.category),
  source: countsOf(facets.source),
});

async function allPages<T>(page: (cursor?: string) => Promise<{ items: T[]; next_cursor: string | null }>) {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const answer: { items: T[]; next_cursor: string | null } = await page(cursor);
    items.push(...answer.items);
    cursor = answer.next_cursor;
  }
  return items;
}

async function compareFindings(client: Client, orders: readonly JudgedOrder[], asked: AskedFindings): Promise<void> {
  const { at, from, to, redBefore, ...filter } = asked;
  const query = {
    ...filter,
    at: isoInstant(at),
    from: from && isoInstant(from),
    to: to && isoInstant(to),
    red_before: redBefore && isoInstant(redBefore),
  } as Parameters<Client["facets"]>[0];
  const expected = findingsAfresh(orders, asked);
  const said = JSON.stringify(query);
  const facets = await client.facets(query);
  expect(facets.total, said).toBe(expected.total);
  expect(facetsOf(facets), said).toEqual(expected.facets);
  const dayStart = instant(Date.parse(facets.new_since_yesterday.from));
  const fresh = { ...asked, from: instant(Math.max(dayStart, from ?? 0)) };
  expect(facets.new_since_yesterday.count, said).toBe(findingsAfresh(orders, fresh).total);
  const weekEnd = instant(Date.parse(facets.turn_red_this_week.before));
  const reddening = { ...asked, redBefore: instant(Math.min(weekEnd, redBefore ?? weekEnd)) };
  expect(facets.turn_red_this_week.count, said).toBe(findingsAfresh(orders, reddening).total);
  const items = await allPages((cursor) => client.findings({ ...query, cursor, limit: 40 }));
  expect(items.map(({ source, order_id, key }) => `${source}|${order_id}|${key}`).sort(), said).toEqual(expected.keys);
  const ranks = items.map(({ level, since }) => {
    const place = String(Date.parse(since ?? "")).padStart(15, "0");
    return `${LEVELS.indexOf(level ?? "yellow")} ${place}`;
  });
  expect(ranks, said).toEqual(expected.ranks);
}

async function compareOrders(client: Client, orders: readonly JudgedOrder[], asked: AskedOrders): Promise<void> {
  const { at, from, to, ...filter } = asked;
  const query = { ...filter, at: isoInstant(at), from: from && isoInstant(from), to: to && isoInstant(to) };
  const expected = ordersAfresh(orders, asked);
  const said = JSON.stringify(query);
  expect((await client.orders({ ...query, limit: 1 })).total, said).toBe(expected.total);
  const items = await allPages((cursor) => client.orders({ ...query, cursor, limit: 40 }));
  expect(items.map(({ source, order_id }) => `${source}|${order_id}`).sort(), said).toEqual(expected.keys);
  expect(
    items.map(({ accepted_at }) => (accepted_at === null ? 0 : Date.parse(accepted_at))),
    said,
  ).toEqual(expected.accepted);
}

async function compareVolumes(desk: DeskOfTest, orders: readonly JudgedOrder[], at: Instant): Promise<void> {
  const { client, county } = desk;
  const volumes = volumesAfresh(orders, at);
  for (const { code, orders: some, legs, holding } of (await client.units({ at: isoInstant(at) })).units)
    expect({ orders: some, legs, holding }, code).toEqual(volumes.get(code) ?? { orders: 0, legs: 0, holding: 0 });
  const { sql } = county.owner;
  const events = await sql<
    { source: string; events: number; first_at: number; last_at: number; recorded_at: number }[]
  >`
    select source, count(*)::int as events, min(at) as first_at, max(at) as last_at, max(recorded_at) as recorded_at
    from order_event where superseded_at is null group by source`;
  for (const source of (await client.sources()).sources) {
    const known = events.find((row) => row.source === source.code);
    const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
    expect(source).toMatchObject({
      orders: orders.filter((judged) => judged.source === source.code).length,
      events: known?.events ?? 0,
      first_at: iso(known?.first_at),
      last_at: iso(known?.last_at),
      recorded_at: iso(known?.recorded_at),
    });
  }
  for (const { source, months } of (await client.volumes()).volumes) {
    const own = orders.filter((judged) => judged.source === source);
    expect(months.length).toBeLessThanOrEqual(12);
    for (const { month, orders: some } of months) {
      const accepted = own.filter(({ judged }) => {
        const start = judged.replay.spells[0]?.start;
        return start !== undefined && new Date(start + 8 * 3_600_000).toISOString().startsWith(month);
      });
      expect(some, `${source} ${month}`).toBe(accepted.length);
    }
  }
}

/** Lists and counts say what the events say, counted one by one. */
async function compare(desk: DeskOfTest, seed: number): Promise<void> {
  const { client, county } = desk;
  const orders = await judgedAfresh(county.services);
  const { sources, districts, categories, rules, words, instants, ...chosen } = choices(orders);
  // A unit stands for all below it: of those that have none the reference knows what is meant.
  const above = new Set((await client.registeredUnits()).units.map(({ parent }) => parent));
  const units = chosen.units.filter((code) => !above.has(code));
  const dice = createDice(seed);
  for (let round = 0; round < 14; round++) {
    const at = dice.sometimes(instants) ?? NOW;
    const any = { at, source: dice.sometimes(sources), district: dice.sometimes(districts), q: dice.sometimes(words) };
    const place = { ...any, category: dice.sometimes(categories), unit: dice.sometimes(units) };
    const period = { from: dice.sometimes(instants), to: dice.sometimes(instants) };
    const view = dice.next(2) === 0 ? "watchlist" : "all";
    const rest = { rule: dice.sometimes(rules), level: dice.sometimes(LEVELS), exempt: dice.sometimes([true, false]) };
    const redBefore = dice.sometimes([instant(at + 7 * DAY)]);
    await compareFindings(client, orders, defined({ ...place, ...period, ...rest, redBefore, view } as AskedFindings));
    await compareOrders(
      client,
      orders,
      defined({ ...place, ...period, state: dice.sometimes(["open", "done"]) } as AskedOrders),
    );
    if (round % 5 === 0) await compareVolumes(desk, orders, at);
  }
  for (const view of ["watchlist", "all"] as const) await compareFindings(client, orders, { at: NOW, view });
  await compareOrders(client, orders, { at: NOW });
  await compareVolumes(desk, orders, NOW);
}

test("what lists count is what the events say: loaded, corrected, undone, replayed, merged, all undone", async () => {
  const desk = await deskOfTest();
  const { client, county, load, undo, changed } = desk;
  const first = await load([...demo.all]);
  const second = await load(STORIES.flatMap(tablesOf));
  await compare(desk, 1);

  const { header, rows } = await tableOf(demo.orders);
  const columns = header.split(",");
  const renamed = rows.slice(0, 60).map((row, index) => {
    const cells = row.split(",");
    cells[columns.indexOf("title")] = `另一个标题 ${index}`;
    cells[columns.indexOf("district")] = "别处";
    return cells.join(",");
  });
  const corrected = await load([await fileOf("again.csv", [header, ...renamed])]);
  expect(corrected, JSON.stringify(corrected.error)).toMatchObject({ state: "done" });
  await compare(desk, 2);
  await undo(corrected.id);
  await compare(desk, 3);

  const parameters = parseParameters({ rules: { inaction: { yellow: "1wd" }, "ping-pong": { enabled: false } } });
  if (!parameters.ok) throw new Error("parameters");
  await replayAll(county.services, ACTOR, { parameters: parameters.parameters, dryRun: false });
  await compare(desk, 4);

  const [from, into] = (await client.registeredUnits()).units
    .filter(({ kind, provisional, legs }) => kind !== "centre" && !provisional && legs > 0)
    .map(({ code }) => code);
  const merger = await changed(client.mergeUnit(from ?? "", { into: into ?? "", from: "2026-01-01", note: "" }));
  expect(merger, JSON.stringify(merger.error)).toMatchObject({ state: "done" });
  await compare(desk, 5);
  await county.check();

  await changed(client.unmergeUnit(from ?? ""));
  for (const { id } of [second, first]) await undo(id);
  await compare(desk, 6);
  const { sql } = county.owner;
  expect(await sql`select no from order_face union all select id from finding_face`).toEqual([]);
  expect(await sql`select batch from batch_figure union all select batch from batch_recount`).toEqual([]);
});

test("rows that come in shuffled batches, states of orders among them, are counted as if they came at once", async () => {
  const desk = await deskOfTest();
  const { header, rows } = await tableOf(demo.events);
  await desk.load([demo.units, demo.competence, demo.orders]);
  const mixed = shuffled(rows, 7);
  const folder = desk.desk.folder;
  for (const [index, part] of [mixed.slice(0, 500), mixed.slice(500, 520), mixed.slice(520)].entries()) {
    const path = join(folder, `part-${index}.csv`);
    await writeFile(path, `${[header, ...part].join("\n")}\n`);
    expect(await desk.load([path])).toMatchObject({ state: "done" });
    await compare(desk, 11 + index);
  }
  const states = {
    source: "states",
    shape: "state",
    events: { order_id: "no", at: "at", status: ["status"], unit: "unit" },
    status: { 待办: "queued", 在办: "working", 办结: "completed" },
  };
  const line = (no: string, day: number, status: string, unit: string) =>
    `${no},2026-10-0${day} 09:00,${status},${unit}`;
  const early = [
    "no,at,status,unit",
    line("S1", 1, "待办", "甲"),
    line("S1", 4, "办结", "乙"),
    line("S2", 2, "在办", "甲"),
  ];
  const late = [
    "no,at,status,unit",
    line("S1", 2, "在办", "甲"),
    line("S1", 3, "待办", "乙"),
    line("S2", 5, "办结", "甲"),
  ];
  const one = await desk.load([await fileOf("early.csv", early)], states);
  expect(one, JSON.stringify(one.error)).toMatchObject({ state: "done" });
  await compare(desk, 21);
  const two = await desk.load([await fileOf("late.csv", late)], states);
  expect(two).toMatchObject({ state: "done" });
  await compare(desk, 22);
  await desk.undo(two.id);
  await compare(desk, 23);
});
