import { randomUUID } from "node:crypto";
import { FindingsQuerySchema } from "@tianyan/api";
import { type Circumstances, type Condition, createClock, DAY, type Instant, instant, matches } from "@tianyan/core";
import { numbersOfOrders } from "@tianyan/db";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trustCount } from "../../packages/db/test/support/trust";
import { type Actor, SYSTEM_ACTOR } from "../src/auth/actor";
import { asActor } from "../src/auth/as-actor";
import { listFindings } from "../src/services/findings/list";
import { loadJudging } from "../src/services/judging/setting";
import { matchCriteria } from "../src/services/queries/matches";
import { decideFindings } from "../src/services/triage/decide";
import { NOW } from "./support/county";
import { personIn } from "./support/person";
import { conditions } from "./support/queries/random";
import { type Decided, type KnownSubject, subjectsAt } from "./support/queries/subjects";
import { type SharedCounty, sharedCounty } from "./support/scope/county";
import { below } from "./support/scope/world";

const ORDERS = 250;
const RUNS = trustCount(120, 2_000);
/** The present, in which something was decided; and instants before, when nothing was. */
const INSTANTS = [NOW, instant(NOW - 20 * DAY), instant(NOW - 120 * DAY)];

let shared: SharedCounty;
let keys: ReadonlyMap<string, string>;
let circumstances: (at: Instant) => Circumstances;
const known = new Map<number, readonly KnownSubject[]>();

beforeAll(async () => {
  shared = await sharedCounty(ORDERS);
  const { county, world } = shared;
  const { services, owner } = county;
  const decided = await decideSome((await personIn(services, "inspector")).actor);
  for (const at of INSTANTS) known.set(at, await subjectsAt(services, world, at, at === NOW ? decided : new Map()));
  const rows = await owner.sql<{ no: string; key: string }[]>`select no, source || '|' || order_id as key from orders`;
  keys = new Map(rows.map(({ no, key }) => [no, key]));
  const judging = await loadJudging(services.work.sql);
  circumstances = (at) => ({
    at,
    clock: createClock(judging.parametersAt(at).parameters),
    below: (unit) => [...below(world, [unit])],
  });
}, 120_000);
afterAll(() => shared.remove());

/** Three acts about findings of the watchlist. */
async function decideSome(actor: Actor): Promise<Decided> {
  const { services } = shared.county;
  const { items } = await listFindings(services, actor, FindingsQuerySchema.parse({ limit: 45 }));
  const decided = new Map<string, "taken" | "dismissed" | "confirmed">();
  for (const [place, kind] of (["taken", "dismissed", "confirmed"] as const).entries()) {
    const chosen = items.filter((_, index) => index % 3 === place);
    const findings = chosen.map(({ source, order_id, key }) => ({ source, order_id, key, seen: null }));
    const why = kind === "dismissed" ? { reason: "minor" as const } : {};
    await decideFindings(services, actor, { act: randomUUID(), findings, kind, ...why });
    for (const { id } of chosen) decided.set(id, kind);
  }
  return decided;
}

const asked = () => fc.record({ condition: conditions(shared.world), at: fc.constantFrom(...INSTANTS) });

const ordersThatMatch = (condition: Condition, at: Instant): Promise<string[]> =>
  asActor(shared.county.services, SYSTEM_ACTOR, async (reading) => {
    const criteria = await matchCriteria(reading, condition, at);
    return (await numbersOfOrders(reading.db.sql, criteria, 10_000)).map((no) => keys.get(no) ?? "").sort();
  });

test("orders that the database finds are those that the condition means", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(asked(), async ({ condition, at }) => {
      const expected = (known.get(at) ?? []).filter(({ subject }) => matches(condition, subject, circumstances(at)));
      const answered = await ordersThatMatch(condition, at);
      expect(answered).toEqual(expected.map(({ key }) => key).sort());
      found += answered.length;
    }),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS);
}, 600_000);

test("of a list of findings it is asked of each finding itself", async () => {
  await fc.assert(
    fc.asyncProperty(asked(), async ({ condition, at }) => {
      const expected = (known.get(at) ?? []).flatMap(({ subject, findings }) =>
        [...findings]
          .filter(([, one]) => matches(condition, { ...subject, findings: [one] }, circumstances(at)))
          .map(([id]) => id),
      );
      const query = FindingsQuerySchema.parse({ view: "all", at: new Date(at).toISOString(), limit: 500 });
      const ids: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await listFindings(shared.county.services, SYSTEM_ACTOR, { ...query, own: condition, cursor });
        ids.push(...page.items.map(({ id }) => id));
        if (page.next_cursor === null) break;
        cursor = page.next_cursor;
      }
      expect(ids.sort()).toEqual(expected.sort());
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
}, 600_000);
