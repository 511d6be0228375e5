import { ApiError } from "@tianyan/api";
import type { Condition } from "@tianyan/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type County, createCounty, fileOf, NOW } from "./support/county";
import { type TriageOfTest, triageOf } from "./support/triage";

let county: County;
let desk: TriageOfTest;
beforeAll(async () => {
  county = await createCounty();
  desk = triageOf(county);
});
afterAll(() => county.drop());

/** Orders whose return was rejected so many times. */
async function rejected(id: string, times: number, district = "赤城街道"): Promise<void> {
  const orders = await fileOf("orders.csv", ["order_id,title,district", `${id},路灯不亮,${district}`]);
  const lines = Array.from({ length: times }, (_, index) => [
    `${id},2026-11-03 1${index}:00:00,return_requested,甲局,`,
    `${id},2026-11-03 1${index}:30:00,return_rejected,,`,
  ]).flat();
  const events = await fileOf("events.csv", [
    "order_id,at,kind,unit,to_unit",
    `${id},2026-11-03 09:00:00,accepted,,`,
    `${id},2026-11-03 09:10:00,dispatched,,甲局`,
    ...lines,
  ]);
  await county.load([orders, events]);
}

const TWICE: Condition = {
  is: "all",
  of: [
    { is: "count", what: "rejected_returns", at_least: 2 },
    { is: "leg", leg: { units: ["甲局"], holding: true } },
  ],
};
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "done",
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  );

test("what matches when a rule is made is not new; what matches later is, until it was looked at", async () => {
  await rejected("W1", 2);
  await rejected("W2", 1);
  const { client } = await desk.sign("inspector");
  const rule = await client.addWatchRule({ name: "两次驳回", condition: TWICE, on: true });
  expect(rule).toMatchObject({ matches: 1, fresh: 0, condition: TWICE });

  await rejected("W3", 3);
  const { rules } = await client.watchRules();
  expect(rules).toMatchObject([{ id: rule.id, matches: 2, fresh: 1 }]);
  const { items, total, fresh } = await client.watchMatches(rule.id);
  expect({ total, fresh }).toEqual({ total: 2, fresh: 1 });
  expect(items.map((item) => [item.order_id, item.fresh]).sort()).toEqual([
    ["W1", false],
    ["W3", true],
  ]);

  expect(await client.lookAtWatchMatches(rule.id)).toMatchObject({ matches: 2, fresh: 0 });
  expect((await client.watchRules()).rules).toMatchObject([{ fresh: 0 }]);
});

test("a rule that is off is neither counted nor told of, and is one person's own", async () => {
  const [mine, other] = [await desk.sign("liaison"), await desk.sign("liaison")];
  const rule = await mine.client.addWatchRule({ name: "驳回", condition: TWICE, on: false });
  expect(rule).toMatchObject({ on: false, matches: null, fresh: null });
  expect((await other.client.watchRules()).rules).toEqual([]);
  expect(await codeOf(other.client.watchMatches(rule.id))).toBe("watch_rule.not_found");
  expect(await codeOf(other.client.changeWatchRule(rule.id, { name: "x", condition: TWICE, on: true }))).toBe(
    "watch_rule.not_found",
  );
  expect(await codeOf(mine.client.addWatchRule({ name: "驳回", condition: TWICE, on: true }))).toBe(
    "watch_rule.name_taken",
  );
  await mine.client.removeWatchRule(rule.id);
  expect((await mine.client.watchRules()).rules).toEqual([]);
});

test("a rule sees what its person sees", async () => {
  await rejected("W5", 2, "红旗街道");
  const { client } = await desk.sign("inspector", { scope: { districts: ["红旗街道"] } });
  const rule = await client.addWatchRule({ name: "本街道", condition: TWICE, on: true });
  expect(rule.matches).toBe(1);
  expect((await client.watchMatches(rule.id)).items.map(({ order_id }) => order_id)).toEqual(["W5"]);
});

test("a unit's contact asks by no own conditions: counts would say what others did", async () => {
  const { client } = await desk.sign("unit_contact", { scope: { units: ["甲局"] } });
  expect(await codeOf(client.orders({ own: JSON.stringify(TWICE) }))).toBe("permission.denied");
  expect(await codeOf(client.watchRules())).toBe("permission.denied");
});

test("conditions that are none are refused with what is wrong", async () => {
  const { client } = await desk.sign("inspector");
  for (const own of ["x", "{}", '{"is":"age"}', '{"is":"all","of":[]}', '{"is":"age","at_least":3,"at_most":2}'])
    expect(await codeOf(client.orders({ own })), own).toBe("request.invalid");
  const deep = `${'{"is":"not","of":'.repeat(9)}{"is":"state","state":"open"}${"}".repeat(9)}`;
  expect(await codeOf(client.orders({ own: deep }))).toBe("request.invalid");
});

test("in the list of orders, and as of an instant, the same conditions hold", async () => {
  const { client } = await desk.sign("inspector");
  const own = JSON.stringify(TWICE);
  const now = await client.orders({ own, limit: 500 });
  expect(now.items.map(({ order_id }) => order_id)).toContain("W1");
  const before = await client.orders({ own, at: "2026-11-03T03:00:00Z" });
  expect(before.total).toBe(0);
  expect(NOW).toBeGreaterThan(Date.parse("2026-11-03T03:00:00Z"));
});
