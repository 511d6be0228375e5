import { OrderDetailSchema, toOrder, toOrderEvent } from "@tianyan/api";
import { createCompetence, createJudge, DEFAULT_PARAMETERS, parseParameters } from "@tianyan/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../src/app";
import { judgeOrders } from "../src/services/judging/judge-orders";
import { loadJudging } from "../src/services/judging/setting";
import { NOW } from "./support/county";
import { type Asking, asking, personIn } from "./support/person";
import { type SharedCounty, sharedCounty } from "./support/scope/county";
import { keyOf, sightOf } from "./support/scope/world";

let shared: SharedCounty;
let busiest: string;
let contact: Asking;
let inspector: Asking;

beforeAll(async () => {
  shared = await sharedCounty(250);
  const { services } = shared.county;
  const legs = new Map<string, number>();
  // The unit that shares most orders with others.
  for (const order of shared.world.orders)
    if (new Set(order.legs.map(({ unit }) => unit)).size > 1)
      for (const { unit } of order.legs) legs.set(unit, (legs.get(unit) ?? 0) + 1);
  busiest = [...legs].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
  const app = createApp({ services, web: "/nonexistent", log: (_, text) => console.error(text) });
  contact = asking(app, (await personIn(services, "unit_contact", { scope: { units: [busiest] } })).headers);
  inspector = asking(app, (await personIn(services, "inspector")).headers);
});
afterAll(() => shared.remove());

const pathOf = (order: { readonly source: string; readonly orderId: string }): string =>
  `/api/orders/${encodeURIComponent(order.source)}/${encodeURIComponent(order.orderId)}`;

async function detail(asked: Asking, path: string) {
  const response = await asked.request(path);
  return response.status === 200 ? OrderDetailSchema.parse(await response.json()) : null;
}

const ownOrders = () => shared.world.orders.filter(({ legs }) => legs.some(({ unit }) => unit === busiest));

describe("a unit's contact", () => {
  test("opens the orders that were with the unit, and no other", async () => {
    let opened = 0;
    for (const order of shared.world.orders) {
      const found = await detail(contact, pathOf(order));
      expect(found !== null, keyOf(order)).toBe(order.legs.some(({ unit }) => unit === busiest));
      if (found) opened += 1;
    }
    expect(opened).toBeGreaterThan(3);
  });

  test("reads no word, operator, reason or result of others, and nothing of theirs but who held it and when", async () => {
    const owner = shared.county.owner.sql;
    const judging = await loadJudging(owner);
    let hidden = 0;
    let bare = 0;
    for (const order of ownOrders()) {
      const [judged] = await judgeOrders(owner, judging, [order]);
      const found = await detail(contact, pathOf(order));
      if (!judged || !found) throw new Error(keyOf(order));
      const placeOf = (event: { position: number; part: number }): string => `${event.position}/${event.part}`;
      const shown = new Map(found.events.map((event) => [placeOf(event), event]));
      for (const { event, leg, begins } of judged.judged.replay.events) {
        const own = leg?.unit === busiest || begins?.unit === busiest || event.unit === busiest;
        const seen = shown.get(placeOf(event));
        if (own) {
          expect(seen).toMatchObject({ kind: event.kind, operator: event.operator, reason_code: event.reasonCode });
          continue;
        }
        if (leg === null && begins === null) continue;
        if (!seen) hidden += 1;
        else {
          bare += 1;
          expect(seen).toMatchObject({ text: null, operator: null, reason_code: null, result: null, due_at: null });
        }
      }
      expect(found.batches.flatMap(({ files }) => files)).toEqual([]);
    }
    expect({ hidden: hidden > 0, bare: bare > 0 }).toEqual({ hidden: true, bare: true });
  });

  test("still sees every leg with its unit and times, by the same replay", async () => {
    for (const order of ownOrders()) {
      const found = await detail(contact, pathOf(order));
      const whole = await detail(inspector, pathOf(order));
      if (!found || !whole) throw new Error(keyOf(order));
      expect(legsOf(found), keyOf(order)).toEqual(legsOf(whole));
    }
  });

  test("finds of findings only those that name the unit", async () => {
    const sight = sightOf(shared.world, {
      post: "unit_contact",
      scope: { sources: null, districts: null, units: [busiest] },
      recused: [],
    });
    let others = 0;
    for (const order of ownOrders()) {
      const found = await detail(contact, pathOf(order));
      const reached = found?.findings.filter(({ level }) => level !== null) ?? [];
      expect(reached.every(({ units }) => units.some(({ code }) => code === busiest))).toBe(true);
      expect(reached).toHaveLength(order.findings.filter((known) => sight.finding(known, NOW)).length);
      others += order.findings.length - reached.length;
    }
    expect(others).toBeGreaterThan(0);
  });
});

test("an inspector does not see, nor count, what names their own unit", async () => {
  const { services } = shared.county;
  const app = createApp({ services, web: "/nonexistent", log: (_, text) => console.error(text) });
  const own = asking(app, (await personIn(services, "inspector", { unit: busiest })).headers);
  const count = async (asked: Asking, query: string): Promise<number> => {
    const response = await asked.request(`/api/findings?view=all&limit=1${query}`);
    return ((await response.json()) as { total: number }).total;
  };
  const naming = shared.world.orders.flatMap(({ findings }) =>
    findings.filter(({ first, finding }) => first <= NOW && finding.units.some(({ unit }) => unit === busiest)),
  );
  expect(naming.length).toBeGreaterThan(0);
  expect((await count(inspector, "")) - (await count(own, ""))).toBe(naming.length);
  expect(await count(own, `&unit=${busiest}`)).toBe(0);
  for (const { source, orderId } of naming.slice(0, 20)) {
    const found = await detail(own, pathOf({ source, orderId }));
    expect(found?.findings.filter(({ units }) => units.some(({ code }) => code === busiest))).toEqual([]);
  }
});

/** Who held it from when to when, replayed from what the page is given. */
function legsOf({ order, events, setting }: NonNullable<Awaited<ReturnType<typeof detail>>>) {
  const parsed = parseParameters(setting.parameters);
  const judge = createJudge({
    parameters: parsed.ok ? parsed.parameters : DEFAULT_PARAMETERS,
    centres: setting.centres,
    competence: createCompetence(setting.competence),
    measurable: new Set(setting.measurable),
    compareRows: setting.compare_rows,
  });
  const { replay } = judge.judge(toOrder(order), events.map(toOrderEvent));
  return replay.legs.map(({ unit, start, end }) => ({ unit, start, end }));
}
