import { join } from "node:path";
import { RecognitionSchema } from "@tianyan/api";
import { expect, onTestFinished, test } from "vitest";
import { openDesk } from "../src/services/imports/open-desk";
import { Interrupted } from "../src/services/jobs/stopped";
import { ACTOR, fileOf } from "./support/county";
import { type DeskOfTest, deskOfTest } from "./support/desk";

const HEADER = "工单编号,操作时间,操作类型,操作单位";
const history = (id: string): string[] => [
  `${id},2026-03-02 09:00:00,受理,热线中心`,
  `${id},2026-03-02 09:00:00,派单,热线中心`,
  `${id},2026-03-03 09:00:00,办结,住建局`,
];

/** The kinds of an order's events in the order in which they stand in the source. */
async function kindsOf({ county }: DeskOfTest, id: string): Promise<readonly string[]> {
  const rows = await county.owner.sql<{ kind: string }[]>`
    select kind from order_event where order_id = ${id} order by at, position`;
  return rows.map(({ kind }) => kind);
}
const INTENDED = ["accepted", "dispatched", "completed"];

test("tables of one load run each their own way, as was said or else as found", async () => {
  const desk = await deskOfTest();
  const { client, upload, ended } = desk;
  const oldest = await upload(await fileOf("旧.csv", [HEADER, ...history("A")]));
  const newest = await upload(await fileOf("新.csv", [HEADER, ...history("B").reverse()]));
  const uploads = [oldest.id, newest.id];
  const found = await client.recognise({ uploads });
  expect(RecognitionSchema.parse(found)).toEqual(found);
  expect(found.files.map(({ tables }) => tables[0]?.rows_run)).toEqual(["oldest-first", "newest-first"]);
  expect(found.questions).toMatchObject([{ code: "newest_first", table: "新.csv" }]);

  await ended((await client.startImport({ uploads })).id);
  expect([await kindsOf(desk, "A"), await kindsOf(desk, "B")]).toEqual([INTENDED, INTENDED]);

  const third = await upload(await fileOf("三.csv", [HEADER, ...history("C").reverse()]));
  const tables = [{ upload: third.id, sheet: null, rows: "newest-first" as const }];
  expect((await client.recognise({ uploads: [third.id], tables })).questions).toEqual([]);
  const profile = { ...found.profile, rows: "oldest-first" };
  await ended((await client.startImport({ uploads: [third.id], profile, tables })).id);
  expect(await kindsOf(desk, "C")).toEqual(INTENDED);
});

test("a table is what somebody says it is, or is left out; the same file said to be something else is read again", async () => {
  const desk = await deskOfTest();
  const { client, county, upload, ended } = desk;
  const lines = ["工单编号,标题,操作时间,操作类型", "A,漏水,2026-03-02 09:00:00,受理"];
  const load = async (part: { readonly use?: boolean; readonly kind?: "events" | "orders" }) => {
    const { id } = await upload(await fileOf("表.csv", lines));
    const tables = [{ upload: id, sheet: null, ...part }];
    const { profile, files } = await client.recognise({ uploads: [id], tables });
    const item = await ended((await client.startImport({ uploads: [id], profile, tables })).id);
    return { item, table: files[0]?.tables[0] };
  };
  const left = await load({ use: false });
  expect(left.table).toMatchObject({ used: false, rows: 0, kind: "events" });
  expect(left.item).toMatchObject({ state: "done", files: [], summary: { rows: 0, orders: 0 } });

  const orders = await load({ kind: "orders" });
  expect(orders.table).toMatchObject({ kind: "orders", found_kind: "events", accepted: 1 });
  expect(orders.item).toMatchObject({ files: [{ table: "orders", rows: 1, known: false }], summary: { rows: 0 } });
  const [titled] = await county.owner.sql`select title from orders`;
  expect(titled).toEqual({ title: "漏水" });

  const events = await load({});
  expect(events.item).toMatchObject({ files: [{ table: "events", known: false }], summary: { rows: 1, rejected: 0 } });
  expect((await load({})).item).toMatchObject({ files: [{ known: true }] });
  await county.check();
});

test("what was said of a table holds, too, where the import is taken up by the next server", async () => {
  const given = await deskOfTest();
  const { client, county, desk, upload } = given;
  const { id: uploaded } = await upload(await fileOf("新.csv", [HEADER, ...history("N").reverse()]));
  void desk.runner.add("busy", (signal) => new Promise((end) => signal.addEventListener("abort", () => end())));
  const { id } = await client.startImport({
    uploads: [uploaded],
    profile: { source: "12345" },
    tables: [{ upload: uploaded, sheet: null, rows: "newest-first" }],
  });
  await desk.runner.close(new Interrupted("the server stops"));
  const next = await deskOfTest({ folder: desk.folder }, county);
  const open = await openDesk(county.services, next.desk, ACTOR, join(desk.folder, "inbox"));
  onTestFinished(() => open.close());
  expect(await next.ended(id)).toMatchObject({ state: "done", summary: { rows: 3 } });
  expect(await kindsOf(next, "N")).toEqual(INTENDED);
});
