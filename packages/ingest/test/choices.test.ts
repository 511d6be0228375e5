import { describe, expect, it } from "vitest";
import {
  openTables,
  parseProfile,
  type RecogniseOptions,
  recognise,
  type TableChoice,
  writeWorkbook,
} from "../src/index";
import { NOW, testFolder } from "./files";
import { bytesOf } from "./workbooks";

const { write } = testFolder();
const HEADER = ["工单编号", "操作时间", "操作类型"];
const MINE = ["甲", "乙", "丙"];
const rows = (id: string): string[][] => [
  [id, "2024-03-05 09:00", "受理"],
  [id, "2024-03-05 10:00", "派单"],
  [id, "2024-03-05 11:00", "办结"],
];
const csv = (lines: readonly (readonly string[])[]): string => lines.map((line) => line.join(",")).join("\n");
const say = (path: string, part: Partial<TableChoice>): TableChoice => ({
  path,
  sheet: null,
  use: true,
  kind: null,
  newestFirst: null,
  ...part,
});
const recogniseAll = (paths: readonly string[], part: Partial<RecogniseOptions> = {}) =>
  recognise(paths, { zone: "Asia/Shanghai", now: NOW, ...part });

async function load(paths: readonly string[], document: unknown, choices: readonly TableChoice[]) {
  const read: { readonly table: string; readonly positions: readonly number[] }[] = [];
  for (const table of await openTables(paths, parseProfile(document, "p"), { choices })) {
    const positions: number[] = [];
    for await (const batch of table.read({ zone: "Asia/Shanghai", now: NOW }))
      if (batch.table === "events") positions.push(...batch.rows.map(({ position }) => position));
    read.push({ table: `${table.file.table} ${table.sheet ?? ""}`.trim(), positions });
  }
  return read;
}

describe("a table that somebody leaves out", () => {
  it("is shown, asks nothing, and is not loaded", async () => {
    const bytes = await bytesOf(
      writeWorkbook([
        { name: "流转", columns: HEADER, rows: rows("A") },
        { name: "旧", columns: HEADER, rows: [["B", "03/04/2024 09:00", "挥手"]] },
      ]),
    );
    const path = write("two.xlsx", bytes);
    const all = await recogniseAll([path]);
    expect(all.questions.map(({ code }) => code)).toEqual(["day_or_month"]);
    const choices = [say(path, { sheet: "旧", use: false })];
    const found = await recogniseAll([path], { choices });
    expect(found.questions).toEqual([]);
    expect(found.files[0]?.tables.map(({ sheet, used, rows: read }) => [sheet, used, read])).toEqual([
      ["流转", true, 3],
      ["旧", false, 0],
    ]);
    expect((await load([path], found.profile, choices)).map(({ table }) => table)).toEqual(["events 流转"]);
    expect(await load([path], found.profile, [...choices, say(path, { sheet: "流转", use: false })])).toEqual([]);
  });

  it("does not keep its workbook from being loaded, though it cannot be used", async () => {
    const bytes = await bytesOf(
      writeWorkbook([
        { name: "流转", columns: HEADER, rows: rows("A") },
        { name: "双", columns: [...HEADER, "操作类型"], rows: rows("A").map((row) => [...row, "x"]) },
      ]),
    );
    const path = write("double.xlsx", bytes);
    const refused = await recogniseAll([path]);
    expect(refused.files[0]).toMatchObject({
      refusal: { code: "file.double_column" },
      tables: [{ rows: 3 }, { rows: 0 }],
    });
    const choices = [say(path, { sheet: "双", use: false })];
    expect((await recogniseAll([path], { choices })).files[0]?.refusal).toBeNull();
    expect(await load([path], { source: "s" }, choices)).toHaveLength(1);
  });
});

describe("a table of which somebody says what it is", () => {
  it("is that, whatever its headers tell; its columns are mapped by hand", async () => {
    const path = write("unknown.csv", csv([MINE, ...rows("A")]));
    const refused = await recogniseAll([path]);
    expect(refused.files[0]).toMatchObject({ refusal: { code: "file.unknown_table" }, tables: [{ kind: null }] });
    const choices = [say(path, { kind: "events" })];
    const said = await recogniseAll([path], { choices });
    expect(said.files[0]).toMatchObject({
      refusal: null,
      tables: [{ kind: "events", foundKind: null, missing: ["order_id", "at", "kind"], rows: 0 }],
    });
    const answers = { events: { order_id: "甲", at: "乙", kind: "丙" } };
    const mapped = await recogniseAll([path], { choices, answers });
    expect(mapped.files[0]?.tables[0]).toMatchObject({ missing: [], accepted: 3, rejected: 0 });
    expect(await load([path], mapped.profile, choices)).toEqual([{ table: "events", positions: [1, 2, 3] }]);
    // A map by hand tells by itself what the table is.
    expect((await recogniseAll([path], { answers })).files[0]?.tables[0]).toMatchObject({ foundKind: "events" });
  });

  it("may be of orders, though its headers tell of events", async () => {
    const path = write("orders.csv", csv([[...HEADER, "标题"], ...rows("A").map((row) => [...row, "漏水"])]));
    const choices = [say(path, { kind: "orders" })];
    const found = await recogniseAll([path], { choices });
    expect(found.files[0]?.tables[0]).toMatchObject({ kind: "orders", foundKind: "events", accepted: 3 });
    expect(await load([path], found.profile, choices)).toEqual([{ table: "orders", positions: [] }]);
  });
});

describe("the way the rows run", () => {
  const oldest = () => write("oldest.csv", csv([HEADER, ...rows("A")]));
  const newest = () => write("newest.csv", csv([HEADER, ...rows("B").reverse()]));

  it("is found and asked for each table by itself", async () => {
    const paths = [oldest(), newest()];
    const found = await recogniseAll(paths);
    expect(found.files.map(({ tables }) => tables[0]?.newestFirst)).toEqual([false, true]);
    expect(found.questions.map(({ code, table }) => [code, table])).toEqual([["newest_first", paths[1]]]);
    expect(found.profile).not.toHaveProperty("rows");
    const choices = paths.map((path, at) => say(path, { newestFirst: at === 1 }));
    expect((await recogniseAll(paths, { choices })).questions).toEqual([]);
    expect(await load(paths, found.profile, choices)).toEqual([
      { table: "events", positions: [1, 2, 3] },
      { table: "events", positions: [-1, -2, -3] },
    ]);
  });

  it("is found once somebody has said which of day and month comes first", async () => {
    const falling = [9, 8, 7].map((day) => ["A", `0${day}/03/2024 09:00`, "受理"]);
    const path = write("slashes.csv", csv([HEADER, ...falling]));
    expect((await recogniseAll([path])).questions.map(({ code }) => code)).toEqual(["day_or_month"]);
    const said = await recogniseAll([path], { answers: { dates: "dmy" } });
    expect(said.questions.map(({ code }) => code)).toEqual(["newest_first"]);
    expect(said.files[0]?.tables[0]).toMatchObject({ newestFirst: true, rowOrder: { rising: 0, falling: 2 } });
    const pattern = await recogniseAll([path], { answers: { dates: "dd/MM/yyyy HH:mm" } });
    expect(pattern.files[0]?.tables[0]).toMatchObject({ newestFirst: true });
    await expect(recogniseAll([path], { answers: { dates: "nn" } })).rejects.toThrow(/dates/);
  });

  it("stands in the profile where it is the same for all; a file that runs against it is asked about", async () => {
    expect((await recogniseAll([oldest()])).profile).toMatchObject({ rows: "oldest-first" });
    const kept = await recogniseAll([newest()]);
    expect(kept.profile).toMatchObject({ rows: "newest-first" });
    expect((await recogniseAll([newest()], { answers: kept.profile })).questions).toEqual([]);
    const against = await recogniseAll([oldest()], { answers: kept.profile });
    expect(against.questions.map(({ code }) => code)).toEqual(["newest_first"]);
    expect(against.files[0]?.tables[0]).toMatchObject({ newestFirst: true, rowOrder: { newestFirst: false } });
  });
});
