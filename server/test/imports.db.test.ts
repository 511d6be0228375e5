import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { RecognitionSchema } from "@tianyan/api";
import type { Database } from "@tianyan/db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileOf } from "./support/county";
import { type DemoFiles, demoFiles, tableOf } from "./support/demo";
import { deskOfTest } from "./support/desk";

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(120);
});
afterAll(() => demo.remove());

/** Everything that was loaded, without when and by which batch. */
async function contents({ sql }: Database): Promise<unknown> {
  return {
    orders: await sql`
      select source, order_id, title, category, district, demand_class, accepted_at, open_during::text
      from orders order by source, order_id`,
    events: await sql`
      select source, order_id, position, part, ref, at, kind, unit, to_unit, superseded_at is null as stands
      from order_event order by source, order_id, position, part, stands`,
    rows: await sql`select source, order_id, position, ref, cells from source_row order by source, order_id, position`,
    findings: await sql`
      select source, order_id, key, yellow_at, orange_at, red_at, cleared_at, events, district, category
      from finding order by source, order_id, key`,
    named: await sql`
      select f.source, f.order_id, f.key, u.unit, u.since from finding_unit u join finding f on f.id = u.finding
      order by f.source, f.order_id, f.key, u.unit`,
    legs: await sql`select source, order_id, ordinal, unit, start_at, end_at, spell from leg order by source, order_id, ordinal`,
    units: await sql`select code, name, parent, kind, aliases, provisional from unit order by code`,
    competence: await sql`select * from competence order by category, unit`,
    sources: await sql`select code, name, shape, declared, recorded from source order by code`,
  };
}

test("files are uploaded, recognised, imported, told in the history, undone, and loaded again", async () => {
  const { client, county, load, undo, upload, person } = await deskOfTest();
  const db = county.owner;
  const empty = await contents(db);
  const uploaded = await upload(demo.events, "../../流转 记录.csv");
  expect(uploaded).toMatchObject({ name: "流转 记录.csv", size: (await readFile(demo.events)).length });

  const recognition = await client.recognise({ uploads: [uploaded.id] });
  expect(RecognitionSchema.parse(recognition)).toEqual(recognition);
  expect(recognition.files[0]).toMatchObject({ upload: uploaded.id, name: "流转 记录.csv", refusal: null });
  expect(recognition.files[0]?.tables[0]).toMatchObject({ kind: "events", shape: "event", rejected: 0 });
  expect(JSON.stringify(recognition)).not.toContain("/uploads/");
  expect(await contents(db)).toEqual(empty);

  const first = await load(demo.all);
  expect(first).toMatchObject({ state: "done", via: "screen", error: null, can_undo: true, progress: null });
  expect(first.summary).toMatchObject({ orders: 120, rejected: 0, known_rows: 0 });
  expect(first.names).toContain(basename(demo.events));
  const loaded = await contents(db);
  await county.check();

  const again = await load(demo.all);
  expect(again).toMatchObject({ state: "done", can_undo: false });
  expect(again.files.every(({ known }) => known)).toBe(true);
  expect(await contents(db)).toEqual(loaded);

  const undone = await undo(first.id);
  expect(undone).toMatchObject({ state: "undone", can_undo: false, undo: { actor: person.login } });
  expect(await contents(db)).toEqual(empty);
  await expect(client.undoImport(first.id)).rejects.toMatchObject({ code: "import.nothing_to_undo" });

  const third = await load(demo.all);
  expect(third.summary).toEqual({ ...first.summary, seconds: third.summary?.seconds });
  expect(await contents(db)).toEqual(loaded);
  await county.check();

  const page = await client.imports({ limit: 2 });
  expect(page.items.map(({ id }) => id)).toEqual([third.id, again.id]);
  const rest = await client.imports({ limit: 2, cursor: page.next_cursor ?? "" });
  expect(rest).toMatchObject({ items: [{ id: first.id, state: "undone" }], next_cursor: null });
  await expect(client.import("999")).rejects.toMatchObject({ code: "import.not_found", status: 404 });
});

const EVENTS = "order_id,event_id,at,kind,unit,to_unit";
const line = (id: string, event: string, at: string, kind: string, unit = "", to = ""): string =>
  `${id},${event},2026-03-${at}+08:00,${kind},${unit},${to}`;

describe("an undo in the middle of the history", () => {
  test("leaves what other batches brought, judged as if it had never been", async () => {
    const { county, load, undo } = await deskOfTest();
    const db = county.owner;
    const begun = await fileOf("a.csv", [
      EVENTS,
      line("A", "1", "02T09:00:00", "accepted", "热线中心"),
      line("A", "2", "02T09:10:00", "dispatched", "热线中心", "住建局"),
    ]);
    const returns = await fileOf("b.csv", [
      EVENTS,
      line("A", "3", "03T09:00:00", "return_requested", "住建局"),
      line("A", "4", "03T10:00:00", "return_rejected", "热线中心"),
      line("B", "5", "03T10:00:00", "accepted", "热线中心"),
    ]);
    const finished = await fileOf("c.csv", [EVENTS, line("A", "6", "20T09:00:00", "completed", "住建局")]);
    await load([begun]);
    const middle = await load([returns]);
    await load([finished]);
    await undo(middle.id);
    const left = await contents(db);

    const other = await deskOfTest();
    await other.load([begun]);
    await other.load([finished]);
    expect({ ...(left as object), events: null, findings: null, named: null }).toEqual({
      ...((await contents(other.county.owner)) as object),
      events: null,
      findings: null,
      named: null,
    });
    expect(await county.findings()).toEqual(await other.county.findings());
    await county.check();
    expect((await load([returns])).summary).toMatchObject({ rows: 3, known_rows: 0 });
    await county.check();
  });

  test("is refused, in words that say which, where a later batch corrected or repeated its rows", async () => {
    const { client, load, undo } = await deskOfTest();
    const first = await load([await fileOf("甲.csv", [EVENTS, line("A", "1", "02T09:00:00", "accepted", "热线中心")])]);
    const second = await load([
      await fileOf("乙.csv", [EVENTS, line("A", "1", "02T10:00:00", "accepted", "热线中心")]),
    ]);
    const refused = await client.undoImport(first.id).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "import.built_upon",
      detail: { zh: expect.stringContaining("乙.csv"), en: expect.stringContaining(`no. ${second.id}`) },
    });
    expect((await client.import(first.id)).state).toBe("done");
    await undo(second.id);
    expect((await undo(first.id)).state).toBe("undone");

    const whole = await load([await fileOf("丙.csv", [EVENTS, line("A", "1", "02T09:00:00", "accepted", "热线中心")])]);
    await load([
      await fileOf("丁.csv", [
        EVENTS,
        line("A", "1", "02T09:00:00", "accepted", "热线中心"),
        line("A", "2", "02T09:30:00", "noted", "热线中心"),
      ]),
    ]);
    await expect(client.undoImport(whole.id)).rejects.toMatchObject({ code: "import.built_upon" });
  });

  test("gives orders back the attributes they had before", async () => {
    const { county, load, undo } = await deskOfTest();
    const { sql } = county.owner;
    await load([await fileOf("o1.csv", ["order_id,title,category", "A,漏水,城建>供水"])]);
    const second = await load([await fileOf("o2.csv", ["order_id,title,category", "A,水管漏水,城建>供水", "B,路灯,"])]);
    expect(await sql`select order_id, title from orders order by 1`).toMatchObject([{ title: "水管漏水" }, {}]);
    await undo(second.id);
    expect(await sql`select order_id, title, category from orders`).toEqual([
      { order_id: "A", title: "漏水", category: "城建>供水" },
    ]);
  });

  test("derives again what follows from rows of states", async () => {
    const { county, load, undo } = await deskOfTest();
    const profile = {
      source: "states",
      shape: "state",
      status: { 待派: "pooled", 办理中: "working", 办结: "completed" },
    };
    const header = "order_id,at,status,unit";
    const first = await fileOf("s1.csv", [
      header,
      "A,2026-03-02T09:00:00+08:00,待派,",
      "A,2026-03-09T09:00:00+08:00,办结,住建局",
    ]);
    const late = await fileOf("s2.csv", [header, "A,2026-03-04T09:00:00+08:00,办理中,城管局"]);
    await load([first], profile);
    const before = await county.findings();
    const second = await load([late], profile);
    expect(await county.findings()).not.toEqual(before);
    await undo(second.id);
    expect(await county.findings()).toEqual(before);
    await county.check();
  });
});

test("an import that is cancelled leaves nothing, and can be started again", async () => {
  const big = await demoFiles(1_500, 7);
  try {
    const { client, county, upload, ended } = await deskOfTest();
    const empty = await contents(county.owner);
    const uploads: string[] = [];
    for (const path of big.all) uploads.push((await upload(path)).id);
    const { id } = await client.startImport({ uploads });
    const waiting = await client.startImport({ uploads });
    expect(waiting).toMatchObject({ state: "waiting", ahead: 1 });
    expect(await client.cancelImport(waiting.id)).toMatchObject({ state: "cancelled" });
    for (let state = ""; state !== "recording" && state !== "done"; ) state = (await client.import(id)).state;
    const cancelled = await client.cancelImport(id);
    expect(cancelled).toMatchObject({ state: "cancelled", summary: null, error: { code: "import.cancelled" } });
    expect(await contents(county.owner)).toEqual(empty);
    const [staged] = await county.owner.sql`select count(*)::int as rows from import_staging`;
    expect(staged).toEqual({ rows: 0 });
    await expect(client.cancelImport(id)).rejects.toMatchObject({ code: "import.not_running" });
    const restarted = await client.startImport({ uploads });
    expect(await ended(restarted.id)).toMatchObject({ state: "done", summary: { orders: 1_500 } });
  } finally {
    await big.remove();
  }
});

test("a file that cannot be used fails in words that name it without a path, and writes nothing", async () => {
  const { client, county, load } = await deskOfTest();
  const empty = await contents(county.owner);
  const failed = await load([await fileOf("名册.csv", ["姓名,年龄", "张三,40"])]);
  expect(failed).toMatchObject({ state: "failed", error: { code: "import.file_refused" } });
  expect(failed.error?.detail?.zh).toContain("名册.csv");
  expect(JSON.stringify(failed)).not.toContain("/uploads/");
  expect(await contents(county.owner)).toEqual(empty);
  await expect(client.startImport({ uploads: ["0".repeat(32)] })).rejects.toMatchObject({ code: "upload.not_found" });
});

test("a profile is saved and taken for the next files with the same headers", async () => {
  const { client, load, upload } = await deskOfTest();
  const rows = (ids: readonly string[]) => [
    "编号X,发生,做了什么,谁",
    ...ids.map((id) => `${id},2026-03-02 09:00:00,派下去,热线中心`),
  ];
  const document = {
    source: "vendor-x",
    shape: "event",
    events: { order_id: "编号X", at: "发生", kind: "做了什么", unit: "谁" },
    kinds: { 派下去: "accepted" },
  };
  const first = await upload(await fileOf("一月.csv", rows(["A"])));
  const found = await client.recognise({ uploads: [first.id], profile: document });
  expect(found.files[0]?.tables[0]).toMatchObject({ kind: "events", accepted: 1, rejected: 0 });
  const headers = found.files[0]?.tables.map((table) => table.headers) ?? [];
  await client.saveProfile("vendor-x", { document: found.profile, headers });
  expect((await client.profiles()).profiles.map(({ source }) => source)).toEqual(["vendor-x"]);

  const second = await upload(await fileOf("二月.csv", rows(["B", "C"])));
  expect(await client.recognise({ uploads: [second.id] })).toMatchObject({ saved_profile: "vendor-x" });
  expect(await load([await fileOf("三月.csv", rows(["D"]))])).toMatchObject({
    state: "done",
    source: "vendor-x",
    summary: { rows: 1, rejected: 0 },
  });
  await expect(client.saveProfile("x", { document: { shape: "cube" } })).rejects.toMatchObject({
    code: "profile.invalid",
    status: 422,
  });
  await client.removeProfile("vendor-x");
  await expect(client.profile("vendor-x")).rejects.toMatchObject({ code: "profile.not_found" });
});

test("uploads that are empty or too large are refused", async () => {
  const { client, upload } = await deskOfTest({ uploadLimit: 1_000 });
  const big = await fileOf("big.csv", []);
  await writeFile(big, "x".repeat(1_001));
  await expect(upload(big)).rejects.toMatchObject({ code: "upload.too_large", status: 413 });
  await expect(client.upload("empty.csv", "")).rejects.toMatchObject({ code: "upload.empty" });
  const { header } = await tableOf(demo.events);
  expect(header.length).toBeLessThan(1_000);
});
