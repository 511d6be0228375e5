import { CasesQuerySchema, MeasuresQuerySchema, may, OpenCaseSchema } from "@tianyan/api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { type Actor, SYSTEM_ACTOR } from "../src/auth/actor";
import { listMeasures } from "../src/services/cases/ledger";
import { listCases } from "../src/services/cases/list";
import { addMeasure } from "../src/services/cases/measures";
import { openCase } from "../src/services/cases/open";
import { readCase } from "../src/services/cases/read";
import { type SharedCounty, sharedCounty } from "./support/scope/county";
import * as random from "./support/scope/random";
import { below, type Eyes, keyOf, sightOf } from "./support/scope/world";

const CASES = 60;
const RUNS = trustCount(60, 1_000);

interface KnownCase {
  readonly id: string;
  readonly units: readonly string[];
  readonly orders: readonly string[];
  readonly measure: { readonly id: string; readonly unit: string };
}

let shared: SharedCounty;
let cases: readonly KnownCase[];
beforeAll(async () => {
  shared = await sharedCounty(200);
  cases = await openCases(shared);
});
afterAll(() => shared.remove());

/** Cases about a few units and a few orders each; one measure is asked of one of the units. */
async function openCases({ county, world }: SharedCounty): Promise<KnownCase[]> {
  const units = [...new Set(world.orders.flatMap(({ legs }) => legs.map(({ unit }) => unit)))]
    .filter((code) => world.units.some((unit) => unit.code === code && !unit.provisional))
    .sort();
  const about = fc.record({
    units: fc.subarray(units, { minLength: 1, maxLength: 2 }),
    orders: fc.uniqueArray(fc.constantFrom(...world.orders), { maxLength: 2, selector: keyOf }),
  });
  const opened: KnownCase[] = [];
  for (const { units, orders } of fc.sample(about, { numRuns: CASES, seed: 5 })) {
    const linked = orders.map(({ source, orderId: order_id }) => ({ source, order_id }));
    const given = OpenCaseSchema.parse({ title: "案件", units, orders: linked });
    const { id, version } = await openCase(county.services, SYSTEM_ACTOR, given);
    const [unit = ""] = units;
    const asked = { version, problem: "推诿", measure: "整改", unit, due: { working_days: 5 } };
    const { measures } = await addMeasure(county.services, SYSTEM_ACTOR, id, asked);
    opened.push({ id, units, orders: orders.map(keyOf), measure: { id: measures[0]?.id ?? "", unit } });
  }
  return opened;
}

/** In sight by a unit or an order of its own; never with a unit from which the reader is recused. */
function inSight(eyes: Eyes, { units, orders }: KnownCase): boolean {
  const { world } = shared;
  const sight = sightOf(world, eyes);
  const shunned = below(world, eyes.recused);
  if (units.some((unit) => shunned.has(unit))) return false;
  const { sources, districts } = eyes.scope;
  if (sources === null && districts === null && sight.units === null) return true;
  if (units.some((unit) => sight.units?.has(unit))) return true;
  return orders.some((key) => {
    const order = world.byKey.get(key);
    return order !== undefined && sight.order(order, Number.POSITIVE_INFINITY);
  });
}

test("nobody is shown a case that is not in their scope, and nobody misses one that is", async () => {
  const tally = { runs: 0, rows: 0 };
  const { county, world } = shared;
  await fc.assert(
    fc.asyncProperty(random.eyes(world), fc.nat(CASES - 1), async (eyes, index) => {
      tally.runs += 1;
      const actor: Actor = { ...SYSTEM_ACTOR, ...eyes, post: eyes.post as Actor["post"], account: "1" };
      const seen = cases.filter((known) => inSight(eyes, known));
      if (may(eyes.post, "measures.read")) {
        const { items } = await listMeasures(county.services, actor, MeasuresQuerySchema.parse({}));
        const own = below(world, eyes.scope.units ?? []);
        const due = eyes.post === "unit_contact" ? cases.filter(({ measure }) => own.has(measure.unit)) : seen;
        expect(items.map(({ id }) => id).sort()).toEqual(due.map(({ measure }) => measure.id).sort());
        tally.rows += items.length;
      }
      if (!may(eyes.post, "cases.read")) return;
      const query = CasesQuerySchema.parse({ limit: "500" });
      const { total, items } = await listCases(county.services, actor, query);
      expect(items.map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort());
      expect(total).toBe(seen.length);
      tally.rows += total;
      const known = cases[index];
      const read = await readCase(county.services, actor, known?.id ?? "").catch(() => null);
      expect(read !== null).toBe(known !== undefined && inSight(eyes, known));
    }),
    { numRuns: RUNS },
  );
  trustFigure(
    4,
    "runs over cases and measures by random scopes, rows told, foreign rows",
    `${tally.runs}, ${tally.rows}, 0`,
  );
}, 300_000);
