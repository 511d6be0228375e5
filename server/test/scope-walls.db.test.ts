import { FindingFilterSchema, OrdersQuerySchema } from "@tianyan/api";
import { findingKey } from "@tianyan/core";
import {
  countDeeds,
  countFacets,
  type DeedName,
  EVERYTHING,
  type FindingCriteria,
  figuresBySource,
  type OrderCriteria,
  ordersWithFindings,
  pageFindings,
  pageOrders,
  readEvents,
  readFindings,
  readLegs,
  type ScopeCriteria,
  type Transaction,
  volumeByUnit,
} from "@tianyan/db";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { type Actor, SYSTEM_ACTOR } from "../src/auth/actor";
import { asActor, type Reading } from "../src/auth/as-actor";
import { findingCriteria } from "../src/services/findings/criteria";
import { deedCriteria } from "../src/services/orders/deeds";
import { NOW } from "./support/county";
import { type SharedCounty, sharedCounty } from "./support/scope/county";
import { expectedFindings } from "./support/scope/expected-findings";
import { expectedOrders } from "./support/scope/expected-orders";
import * as random from "./support/scope/random";
import { type Eyes, keyOf, type Sight, sightOf } from "./support/scope/world";

const RUNS = trustCount(60, 400);
const DEEDS: readonly DeedName[] = ["found", "received", "flagged", "return_rejected", "return_approved", "handed_on"];
const ALL = { after: null, limit: 5_000, priority: null, folded: false } as const;
const LATER = Number.POSITIVE_INFINITY;

let shared: SharedCounty;
beforeAll(async () => {
  shared = await sharedCounty(200);
  // What this county has none of: a row of each for every order.
  await shared.county.owner.sql.unsafe(`
    insert into source_row (source, order_id, position, ref, cells, recorded_at, batch)
    select source, order_id, 1, 'r', '{}', now(), batch from orders;
    insert into order_before (batch, source, order_id, attributes) select batch, source, order_id, '{}' from orders;
    insert into callers (source, order_id, batch, stated, key_id, sealed, digest)
    select source, order_id, batch, true, '', '', '' from orders on conflict do nothing;
    insert into account (login, name, kind, author, created_at) values ('decider', '周敏', 'commission', 'test', now());
    insert into decision (act, source, order_id, key, rule, lasts_from, named, kind, level, events, account, author, at, finding, counted)
    select gen_random_uuid(), source, order_id, key, rule, first_at, named, 'taken', 1, 1, a.id, a.name, now(), f.id, 1
    from finding f, account a where a.login = 'decider'`);
});
afterAll(() => shared.remove());

const actorOf = (eyes: Eyes): Actor => ({ ...SYSTEM_ACTOR, ...eyes, post: eyes.post as Actor["post"], account: "1" });
const sorted = (values: Iterable<string>): string[] => [...values].sort();

/** Keys of the orders of every row that a table shows. */
async function seenIn(tx: Transaction, table: string): Promise<string[]> {
  const rows = await tx<{ source: string; order_id: string }[]>`select distinct source, order_id from ${tx(table)}`;
  return sorted(rows.map(({ source, order_id: orderId }) => keyOf({ source, orderId })));
}

/** Every table as the database alone shows it: what is in scope, whole, and nothing else. */
async function tablesShow(tx: Transaction, sight: Sight): Promise<number> {
  const { world } = shared;
  const orders = world.orders.filter((order) => sight.order(order, LATER));
  const due = sorted(orders.map(keyOf));
  for (const table of ["orders", "order_event", "source_row", "order_before"])
    expect(await seenIn(tx, table), table).toEqual(due);
  expect(await seenIn(tx, "callers")).toEqual(sight.own ? [] : due);
  expect(await seenIn(tx, "leg")).toEqual(sorted(orders.filter(({ legs }) => legs.length > 0).map(keyOf)));
  const findings = sorted(
    world.orders.flatMap((order) => order.findings.filter((known) => sight.finding(known, LATER)).map(({ id }) => id)),
  );
  const seen = await tx<{ id: string }[]>`select id from finding`;
  expect(sorted(seen.map(({ id }) => id))).toEqual(findings);
  const decided = await tx<{ finding: string }[]>`select finding from decision`;
  expect(sorted(decided.map(({ finding }) => finding))).toEqual(sight.own ? [] : findings);
  const named = await tx<{ finding: string }[]>`select distinct finding from finding_unit`;
  const nameless = new Set(
    world.orders.flatMap(({ findings: all }) =>
      all.filter(({ finding }) => finding.units.length === 0).map(({ id }) => id),
    ),
  );
  expect(sorted(named.map(({ finding }) => finding))).toEqual(findings.filter((id) => !nameless.has(id)));
  return orders.length + findings.length;
}

const wideFindings = async (reading: Reading, scope: ScopeCriteria): Promise<FindingCriteria> => ({
  ...(await findingCriteria(reading, FindingFilterSchema.parse({ view: "all" }), NOW)),
  scope,
});

const wideOrders = ({ generation, at }: FindingCriteria, scope: ScopeCriteria): OrderCriteria => ({
  ...{ generation, at, scope, deed: null, state: null, from: null, to: null, text: null },
  ...{ sources: [], districts: [], categories: [], units: [] },
});

/** Every query of the product, asked for everything: the answers hold nothing foreign. */
async function queriesShow(reading: Reading, sight: Sight): Promise<void> {
  const { world } = shared;
  const { sql } = reading.db;
  const may = (source: string, orderId: string): boolean => {
    const order = world.byKey.get(keyOf({ source, orderId }));
    return order !== undefined && sight.order(order, LATER);
  };
  const mayFinding = (id: string): boolean =>
    world.orders.some((order) => order.findings.some((known) => known.id === id && sight.finding(known, LATER)));
  const criteria = await wideFindings(reading, EVERYTHING);
  const { rows: found } = await pageFindings(sql, criteria, ALL);
  expect(found.filter(({ id }) => !mayFinding(id))).toEqual([]);
  const [total] = await countFacets(sql, criteria, { unseenFrom: NOW, newFrom: 0, redBefore: NOW });
  expect(total).toMatchObject({ facet: "total", count: found.length });
  const { rows: listed } = await pageOrders(sql, wideOrders(criteria, EVERYTHING), null, 5_000);
  expect(listed.filter((row) => !may(row.source, row.order_id))).toEqual([]);
  const keys = world.orders.map(({ source, orderId }) => ({ source, orderId }));
  const { generation } = criteria;
  const rows = [
    ...(await readLegs(sql, keys)),
    ...(await readEvents(sql, keys)),
    ...(await readFindings(sql, keys, generation)),
  ];
  expect(rows.filter((row) => !may(row.source, row.order_id))).toEqual([]);
  const exported = await ordersWithFindings(sql, {
    ...{ generation, sources: null, scope: EVERYTHING, before: null, after: null, limit: 5_000 },
  });
  const withFindings = world.orders.filter((order) => order.findings.some((known) => sight.finding(known, LATER)));
  expect(sorted(exported.map(keyOf))).toEqual(sorted(withFindings.map(keyOf)));
  const moment = { generation, at: NOW, scope: EVERYTHING };
  const volume = await volumeByUnit(sql, moment, null);
  const legs = world.orders.filter((order) => may(order.source, order.orderId)).flatMap((order) => order.legs);
  for (const { unit, legs: count } of volume)
    expect(count).toBe(legs.filter((leg) => leg.unit === unit && leg.start <= NOW).length);
  for (const { source, orders } of await figuresBySource(sql, moment))
    expect(orders).toBe(world.orders.filter((order) => order.source === source && may(source, order.orderId)).length);
  const deeds = await deedCriteria({ ...reading, scope: EVERYTHING }, { at: NOW, sources: [], from: null, to: null });
  for (const name of DEEDS) {
    const all = (await countDeeds(sql, name, deeds)).find(({ unit }) => unit === null);
    const inScope = world.orders.filter((order) => may(order.source, order.orderId)).length;
    expect(all?.orders ?? 0, name).toBeLessThanOrEqual(inScope);
  }
}

test(`the database alone, its services asking for everything: ${RUNS} scopes, nothing foreign`, {
  timeout: 600_000,
}, async () => {
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(random.eyes(shared.world), async (eyes) => {
      const sight = sightOf(shared.world, eyes);
      await asActor(shared.county.services, actorOf(eyes), async (reading) => {
        rows += await tablesShow(reading.db.sql, sight);
        await queriesShow(reading, sight);
      });
    }),
    { numRuns: RUNS },
  );
  trustFigure(4, "scopes with the services' check removed: rows seen, foreign", `${RUNS}: ${rows}, 0`);
});

test(`the services alone, the database showing everything: ${RUNS} scopes, nothing foreign`, {
  timeout: 600_000,
}, async () => {
  const { world, county } = shared;
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(random.eyes(world), async (eyes) => {
      const sight = sightOf(world, eyes);
      const { scope } = await asActor(county.services, actorOf(eyes), async (reading) => reading);
      await asActor(county.services, SYSTEM_ACTOR, async (reading) => {
        const { sql } = reading.db;
        const criteria = await wideFindings(reading, scope);
        const { rows: found } = await pageFindings(sql, criteria, ALL);
        const due = expectedFindings(world, sight, FindingFilterSchema.parse({ view: "all" }), NOW);
        expect(found.map(({ id }) => id)).toEqual(due.map(({ id }) => id));
        const { rows: listed } = await pageOrders(sql, wideOrders(criteria, scope), null, 5_000);
        const orders = await expectedOrders(world, county.owner, sight, OrdersQuerySchema.parse({}), NOW);
        expect(listed.map((row) => keyOf({ source: row.source, orderId: row.order_id }))).toEqual(orders.map(keyOf));
        const keys = orders.map(({ source, orderId }) => ({ source, orderId }));
        const exported = await readFindings(sql, keys, criteria.generation, scope);
        expect(sorted(exported.map(({ id }) => id))).toEqual(
          sorted(
            orders.flatMap((order) =>
              order.findings.filter((known) => sight.finding(known, LATER)).map(({ id }) => id),
            ),
          ),
        );
        rows += found.length + listed.length;
      });
    }),
    { numRuns: RUNS },
  );
  trustFigure(4, "scopes with the database's check removed: rows seen, foreign", `${RUNS}: ${rows}, 0`);
});

test("administrators, machines and nobody see no business, whatever their scope says", async () => {
  for (const post of ["system_admin", "security_admin", "auditor", "machine", "nobody"] as const)
    await asActor(shared.county.services, { ...SYSTEM_ACTOR, post }, async ({ db: { sql } }) => {
      for (const table of ["orders", "leg", "order_event", "finding", "finding_unit", "import_reject", "callers"])
        expect(await sql`select from ${sql(table)}`, `${post} ${table}`).toHaveLength(0);
    });
});

test("a reading writes nothing, and its role and scope end with it", async () => {
  const { services } = shared.county;
  const refused = asActor(services, SYSTEM_ACTOR, ({ db: { sql } }) => sql`update setting set value = '1'`);
  await expect(refused).rejects.toMatchObject({ code: "25006" });
  const [state] = await services.db.sql`
    select current_user = session_user as itself, coalesce(current_setting('tianyan.scope', true), '') as scope`;
  expect(state).toEqual({ itself: true, scope: "" });
});

test("each finding has one key", () => {
  const keys = shared.world.orders.flatMap((order) =>
    order.findings.map((known) => `${keyOf(order)}|${findingKey(known.finding)}`),
  );
  expect(new Set(keys).size).toBe(keys.length);
});
