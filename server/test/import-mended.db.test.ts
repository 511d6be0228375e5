import { readFile, writeFile } from "node:fs/promises";
import { parseProfile, recognise, writeWorkbook } from "@tianyan/ingest";
import { expect, test } from "vitest";
import { fileOf, NOW } from "./support/county";
import { type DeskOfTest, deskOfTest } from "./support/desk";

/** Headers and words of a vendor of its own, with a column without a name and one that is there twice. */
const HEADER = "编号X,发生,做了什么,谁,,备注Y,备注Y";
const line = (id: string, hour: number, what: string, at = `2026-03-02 0${hour}:00:00`): string =>
  `${id},${at},${what},住建局,,一,二`;
const LINES = [HEADER, line("A", 1, "派下去"), line("A", 2, "派下去", "上午"), line("B", 1, "办好了")];
const DOCUMENT = {
  source: "vendor-x",
  name: "甲供应商",
  shape: "event",
  events: { order_id: "编号X", at: "发生", kind: "做了什么", unit: "谁" },
  kinds: { 派下去: "accepted" },
};

/** The workbook of rejects of an import, its unreadable time put right. */
async function mendedOf({ client, app }: DeskOfTest, id: string): Promise<string> {
  const answer = await app.request(client.rejectsWorkbook(id, "zh"));
  const path = await fileOf("拒收.xlsx", []);
  await writeFile(path, new Uint8Array(await answer.arrayBuffer()));
  const { files } = await recognise([path], { zone: "Asia/Shanghai", now: NOW });
  const table = files[0]?.tables[0];
  const rows = (table?.sample ?? []).map((row) => row.map((cell) => (cell === "上午" ? "2026-03-02 02:00:00" : cell)));
  const parts: Buffer[] = [];
  for await (const part of writeWorkbook([{ name: "改正", columns: table?.headers ?? [], rows }])) parts.push(part);
  await writeFile(path, Buffer.concat(parts));
  return path;
}

test("the mended rejects of a source with a saved profile are read by it", async () => {
  const desk = await deskOfTest();
  const { client, upload, load } = desk;
  const file = await upload(await fileOf("一月.csv", LINES));
  const found = await client.recognise({ uploads: [file.id], profile: DOCUMENT });
  const headers = found.files.flatMap(({ tables }) => tables.map((table) => table.headers));
  expect(headers).toEqual([HEADER.split(",")]);
  await client.saveProfile("vendor-x", {
    document: { ...found.profile, kinds: { 派下去: "accepted", 办好了: "completed" } },
    headers,
  });

  const first = await load([await fileOf("一月.csv", LINES)], DOCUMENT);
  expect(first.summary).toMatchObject({ rows: 1, rejected: 2 });
  const mended = await mendedOf(desk, first.id);
  const again = await client.recognise({ uploads: [(await upload(mended)).id] });
  expect(again).toMatchObject({ saved_profile: "vendor-x", rejects_of: null, questions: [] });
  expect(await load([mended])).toMatchObject({
    source: "vendor-x",
    state: "done",
    summary: { rows: 2, rejected: 0, known_rows: 0 },
  });
});

test("the mended rejects of an import are read as it was, though nobody saved its profile", async () => {
  const desk = await deskOfTest();
  const { client, upload, load } = desk;
  const document = { ...DOCUMENT, kinds: { 派下去: "accepted", 办好了: "completed" } };
  await load([await fileOf("别的.csv", ["编号Y,发生,做了什么", "C,2026-03-02 01:00:00,派下去", "D,,派下去"])], {
    ...document,
    source: "vendor-y",
    events: { order_id: "编号Y", at: "发生", kind: "做了什么" },
  });
  const first = await load([await fileOf("一月.csv", LINES)], document);
  expect(first.summary).toMatchObject({ rows: 2, rejected: 1 });

  const whole = await client.recognise({ uploads: [(await upload(await fileOf("二月.csv", LINES))).id] });
  expect(whole, "an ordinary file is not taken for rejects").toMatchObject({ saved_profile: null, rejects_of: null });
  const mended = await mendedOf(desk, first.id);
  const again = await client.recognise({ uploads: [(await upload(mended)).id] });
  expect(again).toMatchObject({ saved_profile: null, rejects_of: first.id, questions: [] });
  expect(again.profile).toMatchObject({ source: "vendor-x", name: "甲供应商" });
  expect(parseProfile(again.profile, "")).toMatchObject({ shape: "event" });
  expect(await load([mended])).toMatchObject({ source: "vendor-x", summary: { rows: 1, rejected: 0 } });
});

test("where the screen asked, reasons speak of the screen; elsewhere of the profile", async () => {
  const { client, county, upload, load } = await deskOfTest();
  const lines = ["工单编号,操作时间,操作类型", "A,2026-03-02 01:00:00,派单", "A,2026-03-02 02:00:00,挥手"];
  const path = await fileOf("a.csv", lines);
  const found = await client.recognise({ uploads: [(await upload(path)).id] });
  expect(found.files[0]?.tables[0]?.rejects[0]?.zh).toContain("用词的对应");
  const { id } = await load([path]);
  const { items, reasons } = await client.rejects(id);
  expect([items[0]?.zh, reasons[0]?.zh].join()).not.toContain("配置");
  expect(items[0]?.en).toContain("Unknown words");
  const { rejects } = await county.load([await fileOf("b.csv", [...lines, "B,2026-03-02 02:00:00,挥手"])]);
  expect(rejects[0]?.zh).toContain("配置");
  expect(await readFile(path, "utf8")).toContain("挥手");
});
