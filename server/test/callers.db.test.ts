import { ErrorBodySchema, OrderDetailSchema, OrdersOfCallerSchema, OrdersPageSchema } from "@tianyan/api";
import { expect, test } from "vitest";
import { createApp } from "../src/app";
import { asActor } from "../src/auth/as-actor";
import { callerNow } from "../src/services/personal/shown";
import { countyOfTest, fileOf, NOW } from "./support/county";
import { deskOfTest } from "./support/desk";
import { asking, personIn } from "./support/person";
import { cellsOf } from "./support/unzipped";

const HEADER = "工单编号,标题,内容,区县,来电人,联系电话,身份证号,联系地址,市民标识";
const ROW = "A1,路灯不亮,请回电13912345678,赤城街道,张小三,138-1234-5678,331023198506071236,天台县赤城街道劳动路12号,";
const EVENTS = [
  "order_id,at,kind,unit,to_unit,text",
  "A1,2026-11-02 09:00:00,受理,,,",
  "A1,2026-11-02 10:00:00,派单,,城管局,电话13912345678",
];

async function county() {
  const made = await countyOfTest();
  const orders = await fileOf("orders.csv", [
    HEADER,
    ROW,
    "A2,噪音,无,赤城街道,李四,13812345678,,,",
    "A3,占道,无,平桥镇,王五,13712345678,,,C001",
  ]);
  await made.load([orders, await fileOf("events.csv", EVENTS)]);
  const app = createApp({ services: made.services, web: "/nonexistent", log: (_, text) => console.error(text) });
  return { ...made, app };
}

const post = (body: unknown): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});

test("callers are nowhere in the database but encrypted, and calls of one phone belong together", async () => {
  const { owner } = await county();
  const rows = await owner.sql<{ order_id: string; citizen_key: string }[]>`
    select order_id, citizen_key from orders order by order_id`;
  const [a1, a2, a3] = rows.map((row) => row.citizen_key);
  expect(a1).toBe(a2);
  expect(a1).toMatch(/^k\./);
  expect(a3).toBe("C001");
  const tables = await owner.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  for (const { name } of tables) {
    const [found] = await owner.sql<{ dump: string | null }[]>`
      select string_agg(t::text, e'\n') as dump from ${owner.sql(name)} t`;
    for (const plain of ["13812345678", "138-1234-5678", "331023198506071236", "张小三", "劳动路12号"])
      expect(found?.dump ?? "", name).not.toContain(plain);
  }
});

test("an order shows its caller masked, and its texts too; unmasking tells what was asked for, and the trail that it was", async () => {
  const { app, services, owner } = await county();
  const { headers } = await personIn(services, "inspector");
  const asked = asking(app, headers);
  const detail = OrderDetailSchema.parse(await (await asked.request("/api/orders/12345/A1")).json());
  expect(detail.caller).toEqual({
    name: "张**",
    phone: "138-****-5678",
    id_number: "331023********1236",
    address: "天台县赤城街道****",
  });
  expect(detail.order.content).toBe("请回电139****5678");
  expect(detail.order.citizen_key).toBe("");
  expect(detail.events[1]?.text).toBe("电话139****5678");

  const given = post({ fields: ["phone"], reason: "回访核实办理情况" });
  const answer = await asked.request("/api/orders/12345/A1/unmask", given);
  expect([answer.status, await answer.json()]).toEqual([200, { phone: "138-1234-5678" }]);
  const [entry] = await owner.sql<{ payload: string }[]>`
    select payload from audit_entry where action = 'personal.unmasked'`;
  expect(entry?.payload).toContain("回访核实办理情况");
  expect(entry?.payload).not.toMatch(/1234-?5678/);
});

test("unmasking asks for a post, a scope, a reason and a second factor of the last five minutes", async () => {
  const { app, services, owner } = await county();
  const given = post({ fields: ["phone"], reason: "回访核实办理情况" });
  const status = async (headers: Record<string, string>, path = "/api/orders/12345/A1/unmask", body = given) => {
    const answer = await asking(app, headers).request(path, body);
    return [answer.status, ErrorBodySchema.parse(await answer.json()).error.code];
  };
  const inspector = await personIn(services, "inspector");
  const leader = await personIn(services, "leader");
  const other = await personIn(services, "inspector", { scope: { districts: ["平桥镇"] } });
  expect(await status(leader.headers)).toEqual([403, "permission.denied"]);
  expect(await status(other.headers)).toEqual([404, "order.not_found"]);
  expect(await status(inspector.headers, undefined, post({ fields: ["phone"], reason: " " }))).toEqual([
    400,
    "request.invalid",
  ]);
  expect(await status(inspector.headers, undefined, post({ fields: [], reason: "回访核实" }))).toEqual([
    400,
    "request.invalid",
  ]);
  await owner.sql`update session set factor_at = ${NOW - 301_000}::timestamptz where id = ${inspector.session}`;
  expect(await status(inspector.headers)).toEqual([403, "factor.stale"]);
  const [count] = await owner.sql<
    { n: number }[]
  >`select count(*)::int as n from audit_entry where action = 'personal.unmasked'`;
  expect(count?.n).toBe(0);
});

test("orders of a number are found in scope, however it is written; the trail has no number", async () => {
  const { app, services, owner } = await county();
  const search = async (headers: Record<string, string>, body: unknown): Promise<string[]> => {
    const answer = await asking(app, headers).request("/api/orders/search-by-caller", post(body));
    return OrdersOfCallerSchema.parse(await answer.json()).items.map((item) => item.order_id);
  };
  const inspector = await personIn(services, "inspector");
  const town = await personIn(services, "inspector", { scope: { districts: ["平桥镇"] } });
  expect((await search(inspector.headers, { phone: "+86 138 1234 5678" })).sort()).toEqual(["A1", "A2"]);
  expect(await search(inspector.headers, { id_number: "331023 19850607 1236" })).toEqual(["A1"]);
  expect(await search(inspector.headers, { phone: "13899999999" })).toEqual([]);
  expect(await search(town.headers, { phone: "13812345678" })).toEqual([]);
  const [trail] = await owner.sql<{ text: string }[]>`select string_agg(payload, ' ') as text from audit_entry`;
  expect(trail?.text).toContain("personal.searched");
  expect(trail?.text).not.toMatch(/1234 ?5678|331023/);
});

test("numbers within titles are not found out by searching for their digits; other words and order numbers are found", async () => {
  const { services, load, app } = await county();
  await load([
    await fileOf("t.csv", ["order_id,title", "T12345678,群众13912345678反映12345热线占线", "T2,来电139 1234 5678"]),
  ]);
  const { headers } = await personIn(services, "inspector");
  const found = async (q: string): Promise<string[]> => {
    const answer = await asking(app, headers).request(`/api/orders?q=${encodeURIComponent(q)}`);
    return OrdersPageSchema.parse(await answer.json())
      .items.map((item) => item.order_id)
      .sort();
  };
  for (const q of ["13912345678", "1234567", "3912", "139", "5678反映", "1234 5", "9 1"])
    expect(await found(q), q).not.toContain("T2");
  for (const q of ["13912345678", "3912", "45678反映"]) expect(await found(q), q).toEqual([]);
  expect(await found("12345热线")).toEqual(["T12345678"]);
  expect(await found("T1234567")).toEqual(["T12345678"]);
  expect(await found("反映")).toEqual(["T12345678"]);
});

test("a later file corrects the caller and leaves what it leaves empty; its undo brings back what was known before", async () => {
  const { county, load, undo, client } = await deskOfTest();
  const { owner, services } = county;
  const caller = () => callerNow(owner.sql, services.keys, { source: "12345", orderId: "A2" });
  const first = ["order_id,caller_name,phone,title", "A2,李四,13812345678,噪音"];
  await load([await fileOf("a.csv", first)]);
  const known = { name: "李四", phone: "13812345678", idNumber: "", address: "" };
  expect(await caller()).toEqual(known);

  const second = await load([await fileOf("b.csv", ["order_id,phone,address", "A2,13611112222,天台县始丰街道1号"])]);
  expect(await caller()).toEqual({ ...known, phone: "13611112222", address: "天台县始丰街道1号" });
  await undo(second.id);
  expect(await caller()).toEqual(known);

  // What is said again is not kept twice; so the first cannot go while it stands.
  const again = await load([await fileOf("c.csv", [...first, "A3,王五,13700001111,占道"])]);
  const [rows] = await owner.sql<{ n: number }[]>`select count(*)::int as n from callers where order_id = 'A2'`;
  expect(rows?.n).toBe(1);
  await expect(client.undoImport("1")).rejects.toMatchObject({ code: "import.built_upon" });
  await undo(again.id);
  await undo("1");
  const [left] = await owner.sql<{ n: number }[]>`select count(*)::int as n from callers`;
  expect(left?.n).toBe(0);
});

test("a unit sees nothing of callers, not even where the order was with it; a scope sees those of its orders", async () => {
  const { services, owner } = await county();
  const read = async (post: "unit_contact" | "inspector", scope: object) => {
    const { actor } = await personIn(services, post, { scope });
    return asActor(
      services,
      actor,
      ({ db }) => db.sql<{ order_id: string }[]>`select order_id from callers order by order_id`,
    );
  };
  expect((await owner.sql`select from callers`).length).toBe(3);
  expect([...(await read("unit_contact", { units: ["城管局"] }))]).toEqual([]);
  expect([...(await read("inspector", { districts: ["平桥镇"] }))]).toEqual([{ order_id: "A3" }]);
  expect(await services.db.sql`select from callers`.catch((error: Error) => error.message)).toMatch(/denied/);
});

test("a workbook of rejects tells nothing of persons, is previewed masked, and mended it loads what was there", async () => {
  const { county, app, load, upload } = await deskOfTest();
  const lines = [`${HEADER},诉求合规性`, `${ROW},13912345678来电`];
  const { id } = await load([await fileOf("orders.csv", lines)]);
  const bytes = Buffer.from(await (await app.request(`/api/imports/${id}/rejects.xlsx?language=zh`)).arrayBuffer());
  const [header = [], row = []] = cellsOf(bytes);
  const written = row.join(" ");
  for (const plain of ["13912345678", "1234-5678", "331023198506071236", "张小三", "劳动路"])
    expect(written).not.toContain(plain);
  expect(written).toContain("请回电");

  const place = header.indexOf("诉求合规性");
  const mended = row.map((cell, at) => (at === place ? "合规" : cell)).map((cell) => `"${cell}"`);
  const file = await fileOf("mended.csv", [header.join(","), mended.join(",")]);
  const { id: again } = await upload(file);
  const body = JSON.stringify({ uploads: [again] });
  const headers = { "content-type": "application/json" };
  const preview = await (await app.request("/api/imports/recognise", { method: "POST", body, headers })).text();
  expect(preview).toContain("138-****-5678");
  expect(preview).not.toMatch(/1234-5678|张小三|⟦/);
  expect((await load([file])).summary?.rejected).toBe(0);
  const { owner, services } = county;
  expect(await callerNow(owner.sql, services.keys, { source: "12345", orderId: "A1" })).toEqual({
    name: "张小三",
    phone: "138-1234-5678",
    idNumber: "331023198506071236",
    address: "天台县赤城街道劳动路12号",
  });
  const [order] = await owner.sql<{ content: string }[]>`select content from orders where order_id = 'A1'`;
  expect(order?.content).toBe("请回电13912345678");
});
