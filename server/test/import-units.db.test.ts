import { expect, test } from "vitest";
import { countyOfTest, fileOf, profileOf } from "./support/county";

const EVENTS = "order_id,event_id,at,kind,unit,to_unit,result";

const HISTORY = [
  "A,1,2026-03-02T09:00:00+08:00,accepted,centre,,",
  "A,2,2026-03-02T09:10:00+08:00,dispatched,centre,住建局,",
  "A,3,2026-03-02T10:00:00+08:00,return_requested,县住建局,,",
  "A,4,2026-03-02T11:00:00+08:00,return_rejected,centre,,",
];

test("a unit on no list becomes provisional, and is confirmed as what a later list says it is", async () => {
  const county = await countyOfTest();
  const { sql } = county.owner;
  await county.load([await fileOf("a.csv", [EVENTS, ...HISTORY])]);
  const provisional = () => sql`select code from unit where provisional order by code collate "C"`;
  expect((await provisional()).map((row) => row.code)).toEqual(["centre", "住建局", "县住建局"]);
  // Under two names nobody can tell that the unit itself asked to be rid of the order.
  const before = (await county.findings()).map(({ rule }) => rule);
  expect(before).not.toContain("unverified-return");
  const units = ["code,name,parent,kind,aliases", "zjj,县住建局,,bureau,住建局|住房和城乡建设局"];
  await county.load([await fileOf("units.csv", units)]);
  const found = await county.findings();
  expect(found.find(({ rule }) => rule === "rejected-returns")).toMatchObject({
    units: ["zjj"],
    key: "rejected-returns|zjj|",
  });
  expect((await provisional()).map((row) => row.code)).toEqual(["centre"]);
  await county.check();
});

test("units have the pinyin of their names", async () => {
  const county = await countyOfTest();
  await county.load([await fileOf("units.csv", ["code,name", "zjj,住建局", "a,ABC 局"])]);
  const rows = await county.owner.sql`select code, pinyin from unit order by code`;
  expect(rows.map((row) => row.pinyin)).toEqual(["abc ju", "zhu jian ju"]);
});

test("a competence catalogue that comes later is judged by at once", async () => {
  const county = await countyOfTest();
  const orders = await fileOf("orders.csv", ["order_id,category", "A,城市管理>道路>破损"]);
  await county.load([
    orders,
    await fileOf("a.csv", [EVENTS, ...HISTORY.map((row) => row.replace("县住建局", "住建局"))]),
  ]);
  const wrongful = async () => (await county.findings()).filter(({ rule }) => rule === "wrongful-return");
  expect(await wrongful()).toEqual([]);
  await county.load([await fileOf("competence.csv", ["category,unit", "城市管理>道路,住建局"])]);
  expect(await wrongful()).toMatchObject([{ units: ["住建局"], orange_at: "2026-03-02T02:00:00.000Z" }]);
});

test("a kind the source never recorded before makes its rules measurable for what came earlier", async () => {
  const county = await countyOfTest();
  const accepted = "A,1,2026-03-02T09:00:00+08:00,accepted,centre,,";
  await county.load([
    await fileOf("a.csv", [EVENTS, accepted, "A,2,2026-03-02T09:10:00+08:00,dispatched,centre,住建局,"]),
  ]);
  const unsigned = async () => (await county.findings()).filter(({ rule }) => rule === "unsigned");
  expect(await unsigned()).toEqual([]);
  const other = ["B,3,2026-03-02T09:00:00+08:00,accepted,centre,,", "B,4,2026-03-02T09:10:00+08:00,signed,住建局,,"];
  await county.load([await fileOf("b.csv", [EVENTS, ...other])]);
  expect(await unsigned()).toMatchObject([{ order_id: "A", key: "unsigned||2" }]);
  await county.check();
});

test("an orders table puts its orders into the source it names", async () => {
  const county = await countyOfTest();
  await county.load([
    await fileOf("orders.csv", ["order_id,source,title", "A,环保投诉,异味扰民"]),
    await fileOf("a.csv", [EVENTS, ...HISTORY]),
  ]);
  await county.load([await fileOf("b.csv", [EVENTS, "A,9,2026-03-03T11:00:00+08:00,completed,住建局,,"])]);
  const rows = await county.owner.sql`select source, count(*)::int as events from order_event group by source`;
  expect([...rows]).toEqual([{ source: "环保投诉", events: 5 }]);
  await county.check();
});

const STATES = profileOf({
  source: "states",
  shape: "state",
  events: { order_id: "id", at: "at", unit: "unit", status: "status" },
  status: { 待派: "pooled", 待签: "queued", 在办: "working", 挂起: "waiting", 办结: "completed" },
});

const STATE_ROWS = [
  "A,2026-03-02T09:00:00+08:00,,待派",
  "A,2026-03-02T10:00:00+08:00,甲局,待签",
  "A,2026-03-03T10:00:00+08:00,甲局,在办",
  "A,2026-03-05T10:00:00+08:00,乙局,在办",
  "A,2026-03-06T10:00:00+08:00,甲局,在办",
  "A,2026-03-09T10:00:00+08:00,甲局,办结",
];

test("states that come late change what follows from the states around them, whatever the batches", async () => {
  const whole = await countyOfTest();
  await whole.load([await fileOf("all.csv", ["id,at,unit,status", ...STATE_ROWS])], STATES);
  const parted = await countyOfTest();
  for (const places of [[0, 1, 5], [3], [2, 4], [1, 2, 3]]) {
    const rows = places.map((place) => STATE_ROWS[place] ?? "");
    await parted.load([await fileOf("part.csv", ["id,at,unit,status", ...rows])], STATES);
  }
  const told = async (county: typeof whole) =>
    (await county.findings()).map(({ rule, units, yellow_at, cleared_at }) => ({ rule, units, yellow_at, cleared_at }));
  expect(await told(parted)).toEqual(await told(whole));
  expect((await told(whole)).map(({ rule }) => rule)).toContain("ping-pong");
  const { sql } = parted.owner;
  expect((await sql`select 1 from source_row`).length).toBe(STATE_ROWS.length);
  expect((await sql`select 1 from order_event where superseded_at is not null`).length).toBeGreaterThan(0);
  await parted.check();
});
