import { ChangesPageSchema } from "@tianyan/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileOf } from "./support/county";
import { type DemoFiles, demoFiles } from "./support/demo";
import { type DeskOfTest, deskOfTest } from "./support/desk";
import { asking, type PersonOptions, personIn } from "./support/person";

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(150);
});
afterAll(() => demo.remove());

const EVENTS = "order_id,event_id,at,kind,unit,to_unit";
const UNITS = ["code,name,parent,kind,aliases", "A,甲局,,bureau,", "B,乙局,,bureau,", "C,热线中心,,centre,"];

const returned = (order: string, day: string, unit: string): string[] => [
  `${order},${order}1,2026-${day}T09:00:00+08:00,accepted,热线中心,`,
  `${order},${order}2,2026-${day}T09:10:00+08:00,dispatched,热线中心,${unit}`,
  `${order},${order}3,2026-${day}T10:00:00+08:00,return_requested,${unit},`,
  `${order},${order}4,2026-${day}T11:00:00+08:00,return_rejected,热线中心,`,
];

async function countyOf(rows: readonly string[]): Promise<DeskOfTest> {
  const desk = await deskOfTest();
  await desk.load([await fileOf("units.csv", UNITS), await fileOf("events.csv", [EVENTS, ...rows])]);
  return desk;
}

const rejectedReturns = async ({ county }: DeskOfTest) =>
  (await county.findings()).filter(({ rule }) => rule === "rejected-returns").map(({ units }) => units.join());

test("a provisional unit is confirmed as an alias after a preview says what moves, and the findings follow", async () => {
  const desk = await countyOf([...returned("x", "03-02", "甲局"), ...returned("y", "03-03", "甲 局")]);
  const { client, changed, county } = desk;
  expect(await rejectedReturns(desk)).toEqual(["A", "甲 局"]);
  const { units } = await client.registeredUnits();
  expect(units.find(({ code }) => code === "甲 局")).toMatchObject({
    provisional: true,
    legs: 1,
    suggestions: [{ code: "A", name: "甲局" }],
  });

  const preview = await changed(client.confirmUnit("甲 局", { as: "alias", of: "A" }, { preview: true }));
  expect(preview).toMatchObject({ state: "done", preview: true, effect: { orders: 1 } });
  expect(preview.effect?.findings.removed).toBeGreaterThan(0);
  expect(preview.effect?.units.map(({ code }) => code).sort()).toEqual(["A", "甲 局"]);
  expect(await rejectedReturns(desk)).toEqual(["A", "甲 局"]);

  const done = await changed(client.confirmUnit("甲 局", { as: "alias", of: "A" }));
  expect(done.effect).toEqual(preview.effect);
  expect(await rejectedReturns(desk)).toEqual(["A", "A"]);
  const after = await client.registeredUnits();
  expect(after.units.find(({ code }) => code === "A")?.aliases).toEqual(["甲 局"]);
  expect(after.units.some(({ provisional }) => provisional)).toBe(false);
  await county.check();
  expect((await client.changes()).items.map(({ preview: dry, state }) => [dry, state])).toEqual([
    [false, "done"],
    [true, "done"],
  ]);
  // Counted over the whole county: told to who sees all of it, and nothing of the own unit.
  const toldTo = async (options: PersonOptions) => {
    const { headers } = await personIn(county.services, "inspector", options);
    const answer = await asking(desk.router, headers).request("/api/changes");
    return ChangesPageSchema.parse(await answer.json()).items.map(({ effect }) =>
      effect?.units.map(({ code }) => code).sort(),
    );
  };
  expect(await toldTo({})).toEqual([
    ["A", "甲 局"],
    ["A", "甲 局"],
  ]);
  expect(await toldTo({ unit: "A" })).toEqual([["甲 局"], ["甲 局"]]);
  expect(await toldTo({ scope: { units: ["B"] } })).toEqual([undefined, undefined]);
});

test("a dissolved unit keeps its past under its own name; what reaches it later is the other's", async () => {
  const rows = [...returned("x", "03-02", "甲局"), ...returned("y", "05-06", "甲局")];
  const over = [
    "z,z1,2026-03-30T09:00:00+08:00,accepted,热线中心,",
    "z,z2,2026-03-30T09:10:00+08:00,dispatched,热线中心,甲局",
    "z,z3,2026-04-07T10:00:00+08:00,return_requested,甲局,",
    "z,z4,2026-04-07T11:00:00+08:00,return_rejected,热线中心,",
  ];
  const desk = await countyOf([...rows, ...over]);
  const { client, changed, county } = desk;
  const before = await county.findings();
  const merged = await changed(client.mergeUnit("A", { into: "B", from: "2026-04-01", note: "机构改革" }));
  expect(merged).toMatchObject({ kind: "merger", state: "done" });
  // The order that it held when it was dissolved stays its own.
  expect(await rejectedReturns(desk)).toEqual(["A", "B", "A"]);
  expect((await client.registeredUnits()).units.find(({ code }) => code === "A")?.merger).toEqual({
    into: "B",
    from: "2026-04-01",
    note: "机构改革",
  });
  await county.check();
  await expect(client.mergeUnit("B", { into: "A", from: "2026-05-01" })).rejects.toMatchObject({
    code: "unit.merger_wrong",
  });
  await expect(client.removeUnit("B")).rejects.toMatchObject({ code: "unit.in_use" });
  await changed(client.unmergeUnit("A"));
  expect(await county.findings()).toEqual(before);
  await county.check();
});

test("units are added, changed and removed; words of two units and circles are refused", async () => {
  const desk = await countyOf(returned("x", "03-02", "丁局"));
  const { client, changed, county } = desk;
  await changed(client.addUnit({ code: "D", name: "丁局", parent: "A" }));
  expect(await rejectedReturns(desk)).toEqual(["D"]);
  await expect(client.addUnit({ code: "D", name: "丁" })).rejects.toMatchObject({ code: "unit.exists" });
  await expect(client.addUnit({ code: "E", name: "戊局", aliases: ["甲局"] })).rejects.toMatchObject({
    code: "unit.word_taken",
    detail: { zh: expect.stringContaining("甲局") },
  });
  await expect(client.changeUnit("A", { name: "甲局", parent: "D" })).rejects.toMatchObject({
    code: "unit.parent_wrong",
  });
  await expect(client.removeUnit("A")).rejects.toMatchObject({ code: "unit.in_use" });
  await changed(client.removeUnit("D"));
  expect(await rejectedReturns(desk)).toEqual(["丁局"]);
  await county.check();
});

test("competence and holidays judge again what they reach, as a whole county judged anew would have it", async () => {
  const { client, changed, county, load } = await deskOfTest();
  await load(demo.all);
  const { rows } = await client.competence();
  const wrongful = async () => (await county.findings()).filter(({ rule }) => rule === "wrongful-return").length;
  const before = await wrongful();
  expect(before).toBeGreaterThan(0);
  const whole = await county.findings();
  const taken = rows.map(({ category, unit }) => ({ category, unit }));
  await changed(client.removeCompetence({ rows: taken }));
  expect(await wrongful()).toBe(0);
  await county.check();
  await changed(client.addCompetence({ rows: taken }));
  expect(await county.findings()).toEqual(whole);

  const { categories } = await client.categories();
  expect(categories.filter(({ parent }) => parent === "").reduce((sum, one) => sum + one.orders_below, 0)).toBe(150);

  const change = await changed(client.setHoliday("2026-11-11", { works: false, note: "大雪停工" }));
  expect(change.effect?.findings.changed).toBeGreaterThan(0);
  await county.check();
  expect((await client.holidays({ year: 2026 })).days).toContainEqual({
    date: "2026-11-11",
    works: false,
    built_in: true,
    note: "大雪停工",
    own: true,
  });
  await changed(client.removeHoliday("2026-11-11"));
  expect(await county.findings()).toEqual(whole);
  await county.check();
});

test("each table goes out and comes back in the same form", async () => {
  const { client, changed, county, load, app } = await deskOfTest();
  await load(demo.all);
  const whole = await county.findings();
  await changed(client.setHoliday("2027-01-04", { works: false, note: "=元旦,调休" }));
  for (const table of ["units", "competence", "holidays"] as const) {
    const text = await (await app.request(`/api/registry/${table}.csv`)).text();
    const change = await changed(client.importTable(table, text));
    expect(change).toMatchObject({ state: "done", effect: { findings: { added: 0, changed: 0, removed: 0 } } });
    expect(await (await app.request(`/api/registry/${table}.csv`)).text()).toBe(text);
  }
  expect((await client.holidays({ year: 2027 })).days.find(({ own }) => own)?.note).toBe("=元旦,调休");
  await changed(client.removeHoliday("2027-01-04"));
  expect(await county.findings()).toEqual(whole);
  await expect(client.importTable("holidays", "日子,上班\n2026-13-01,是\n")).rejects.toMatchObject({
    code: "registry.file_refused",
  });
  await expect(client.importTable("units", "姓名,年龄\n张三,4\n")).rejects.toMatchObject({
    code: "registry.file_refused",
    detail: { zh: expect.not.stringContaining("/tmp") },
  });
});

test.each(["units", "competence", "holidays"])(
  "a table of %s that is too large is refused before all of it is read",
  async (table) => {
    const { app } = await deskOfTest();
    let sent = 0;
    const row = new TextEncoder().encode(`${"x".repeat(65_535)}\n`);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += row.byteLength;
        controller.enqueue(row);
      },
    });
    const init = { method: "POST", body: endless, duplex: "half", headers: { "content-type": "text/csv" } };
    const answer = await app.request(`/api/registry/${table}.csv`, init as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: { code: "request.too_large", detail: { en: "The limit is 16 MB" } },
    });
    expect(sent).toBeLessThan(17 * 1024 * 1024);
  },
);

/** Keeps what runs one at a time out, as an import does, until it is let go. */
async function hold(desk: DeskOfTest, how: "waiting" | "running"): Promise<() => Promise<void>> {
  if (how === "running") {
    const other = await desk.county.services.db.sql.reserve();
    await other`select pg_advisory_lock(7243002)`;
    return async () => {
      await other`select pg_advisory_unlock(7243002)`;
      other.release();
    };
  }
  let release = (): void => undefined;
  const held = desk.desk.runner.add("held", () => new Promise<void>((resolve) => (release = resolve)));
  return async () => {
    release();
    await held;
  };
}

test.each([
  ["waiting", true],
  ["waiting", false],
  ["running", true],
  ["running", false],
] as const)("a change that is %s is called off (tried out: %s): everything stays as it was", async (how, preview) => {
  const desk = await deskOfTest();
  const { client, county } = desk;
  await desk.load([...demo.all]);
  const before = await county.findings();
  const units = (await client.registeredUnits()).units.filter(({ kind, legs }) => kind !== "centre" && legs > 0);
  const [from = "", into = ""] = units.map(({ code }) => code);
  const letGo = await hold(desk, how);
  const asked = await client.mergeUnit(from, { into, from: "2026-01-01", note: "" }, { preview });
  expect(asked).toMatchObject({ state: how, preview, effect: null });
  const cancelling = client.cancelChange(asked.id);
  await letGo();
  expect(await cancelling).toMatchObject({ state: "cancelled", preview, error: { code: "change.cancelled" } });
  await expect(client.cancelChange(asked.id)).rejects.toMatchObject({ code: "change.not_running" });
  expect(await county.findings()).toEqual(before);
  expect((await client.registeredUnits()).units.find(({ code }) => code === from)?.merger).toBeNull();
  await county.check();
});
