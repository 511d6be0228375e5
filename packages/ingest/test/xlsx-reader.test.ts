import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CANONICAL_PROFILE, openTables } from "../src/index";
import { isDateFormat, numberText, serialText } from "../src/xlsx/number-formats";
import { gzip, NOW, readAll, refusalOf, testFolder } from "./files";
import { type TestCell, workbook, zip } from "./workbooks";

const { write } = testFolder();
const HEADER = ["工单编号", "操作时间", "操作类型", "操作单位", "意见"];
/** 5 March 2024, 09:07:00. */
const SERIAL = 45356.37986111111;
const GOOD: readonly TestCell[] = ["A1", { date: SERIAL }, "受理", "热线中心", "来电"];
let books = 0;

const put = async (bytes: Buffer | Promise<Buffer>, ending = "xlsx"): Promise<string> =>
  write(`book${++books}.${ending}`, await bytes);
const one = (rows: readonly (readonly TestCell[])[], more: object = {}) => workbook([{ name: "流转", rows, ...more }]);
const meaning = async (path: string) => {
  const { rows, rejects } = await readAll(path);
  return {
    rejects,
    rows: rows.map(({ orderId, at, unit, text }) => [orderId, new Date(at).toISOString(), unit, text]),
  };
};

describe("cells of a workbook", () => {
  it("shared, inline and rich texts, dates and numbers, formulas by their value", async () => {
    const formula = '<c r="PLACE" t="str"><f>A1&amp;B1</f><v>来电</v></c>';
    const path = await put(
      one([
        HEADER,
        GOOD,
        [{ inline: "A1" }, { date: SERIAL, style: 4 }, { rich: ["受", "理"] }, "热线中心", { xml: formula }],
        [20240305000123, { inline: "2024年3月5日 9时7分" }, "受理", "热线中心", { inline: "a_x000D_b" }],
        [{ xml: '<c r="PLACE"><v>202403050001234567</v></c>' }, SERIAL, "受理", "热线中心", null],
      ]),
    );
    const at = "2024-03-05T01:07:00.000Z";
    expect(await meaning(path)).toEqual({
      rejects: [],
      rows: [
        ["A1", at, "热线中心", "来电"],
        ["A1", at, "热线中心", "来电"],
        ["20240305000123", at, "热线中心", "a\rb"],
        ["202403050001234567", at, "热线中心", null],
      ],
    });
  });

  it("serial dates counted from 1904", async () => {
    const rows = [HEADER, ["A1", { date: SERIAL - 1462 }, "受理", "热线中心", null]];
    const path = await put(workbook([{ name: "流转", rows }], { date1904: true }));
    expect((await meaning(path)).rows[0]?.[1]).toBe("2024-03-05T01:07:00.000Z");
  });

  it("merged blocks: the first value stands for all rows, in the header too; blank lines and titles are passed over", async () => {
    const path = await put(
      one(
        [
          ["某市12345热线工单流转表", null, null, null, null],
          [],
          ["工单编号", "办理情况", null, null, "意见"],
          [null, "操作时间", "操作类型", "操作单位", null],
          ["A1", "2024-03-05 09:07:00", "受理", "热线中心", "一"],
          [null, "2024-03-05 10:00:00", "派单", "热线中心", "二"],
          [],
          ["A2", "2024-03-05 11:00:00", "受理", "热线中心", "三"],
        ],
        { merges: ["A1:E1", "A3:A4", "B3:D3", "E3:E4", "A5:A6"] },
      ),
    );
    const { rows, rejects } = await meaning(path);
    expect(rejects).toEqual([]);
    expect(rows.map(([id, , , text]) => [id, text])).toEqual([
      ["A1", "一"],
      ["A1", "二"],
      ["A2", "三"],
    ]);
  });

  it("hidden and empty columns and hidden sheets are not read; a formula that failed rejects its row", async () => {
    const path = await put(
      workbook([
        { name: "字典", rows: [HEADER, GOOD], state: "hidden" },
        {
          name: "流转",
          rows: [
            [...HEADER, "备注"],
            [...GOOD, "13800000000"],
            ["A2", { date: SERIAL }, "受理", { error: "#N/A" }, null, "x"],
          ],
          hidden: [5],
        },
      ]),
    );
    const { rows, rejects } = await meaning(path);
    expect(rows).toEqual([["A1", "2024-03-05T01:07:00.000Z", "热线中心", "13800000000"]]);
    expect(rejects).toMatchObject([{ row: 2, column: "操作单位", value: "#N/A", reason: "failed_formula" }]);
  });

  it("repeated headers are skipped, a line of totals is rejected as one", async () => {
    const path = await put(one([HEADER, GOOD, HEADER, GOOD, ["合计", 2, null, null, null]]));
    const { rows, rejects } = await meaning(path);
    expect(rows.length).toBe(2);
    expect(rejects).toMatchObject([{ row: 3, reason: "totals_row" }]);
  });

  it("the same from a .gz", async () => {
    const bytes = await one([HEADER, GOOD]);
    expect(await meaning(await put(gzip(bytes), "xlsx.gz"))).toEqual(await meaning(await put(bytes)));
    expect(gunzipSync(gzip(bytes)).equals(bytes)).toBe(true);
  });
});

describe("sheets", () => {
  const ORDERS = [
    ["工单编号", "标题", "诉求分类", "办理期限"],
    ["A1", "路灯不亮", "城建>路灯", "2024-03-10"],
  ];
  const SUMS = [
    ["问题类别", "承办单位", "件数", "占比"],
    ["城建", "甲局", 3, 0.5],
  ];

  it("each is a table of its own, told by its headers; sheets of sums and notes are left out", async () => {
    const path = await put(
      workbook([
        { name: "说明", rows: [["导出说明"], ["仅供内部使用"]] },
        { name: "工单", rows: ORDERS },
        { name: "流转", rows: [HEADER, GOOD] },
        { name: "统计", rows: SUMS },
      ]),
    );
    const tables = await openTables([path], CANONICAL_PROFILE);
    expect(tables.map(({ file }) => [file.table, file.path])).toEqual([
      ["orders", `${path}#工单`],
      ["events", `${path}#流转`],
    ]);
    expect(new Set(tables.map(({ file }) => file.sha256)).size).toBe(2);
    expect((await readAll(path)).rows.length).toBe(1);
  });

  it("two of the same kind cannot be told apart where one is asked for", async () => {
    const months = ["1月", "2月"].map((name) => ({ name, rows: [HEADER, GOOD] }));
    const path = await put(workbook(months));
    expect(await refusalOf(path)).toMatchObject({ code: "file.several_sheets" });
    expect((await openTables([path], CANONICAL_PROFILE)).length).toBe(2);
  });
});

describe("workbooks that are refused whole", () => {
  const codeOf = async (bytes: Buffer | Promise<Buffer>, ending?: string) =>
    (await refusalOf(await put(bytes, ending)))?.code;

  it("a zip that is no workbook, a damaged one, one with nothing in it", async () => {
    expect(await codeOf(zip([{ name: "a.csv", content: ["a,b\n"] }]))).toBe("file.not_a_workbook");
    const bytes = await one([HEADER, GOOD]);
    expect(await codeOf(bytes.subarray(0, bytes.length - 30))).toBe("file.damaged_workbook");
    expect(await codeOf(one([]))).toBe("file.empty_workbook");
  });

  it("XML that is broken, or defines entities", async () => {
    const bad = (xml: string) => one([HEADER, GOOD, ["A2", { xml }, "受理", null, null]]);
    expect(await codeOf(bad("<c><v>1</c>"))).toBe("file.damaged_workbook");
    expect(await codeOf(bad("<c><v>&boom;</v></c>"))).toBe("file.damaged_workbook");
    const dtd = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>';
    expect(await codeOf(zip([{ name: "xl/workbook.xml", content: [dtd] }]))).toBe("file.dtd");
  });

  it("one that unpacks to over 100 times its size, as its directory says, within a second", async () => {
    const bomb = await zip([
      { name: "xl/workbook.xml", content: Array.from({ length: 300 }, () => " ".repeat(100_000)) },
    ]);
    const started = performance.now();
    expect(await codeOf(bomb)).toBe("file.bomb");
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("one whose directory lies, as soon as it brings more than it says", async () => {
    const bomb = await zip([
      { name: "xl/workbook.xml", content: Array.from({ length: 300 }, () => " ".repeat(100_000)) },
    ]);
    // The size in the central directory, 24 bytes into its first entry.
    const directory = bomb.readUInt32LE(bomb.length - 6);
    bomb.writeUInt32LE(1000, directory + 24);
    expect(await codeOf(bomb)).toBe("file.bomb");
  });

  it("a .gz around one that unpacks to too much", async () => {
    const inner = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(20_000_000)]);
    expect(await codeOf(gzip(inner), "xlsx.gz")).toBe("file.bomb");
  });
});

it("number formats that are dates, and those that are not", () => {
  const dates = ["yyyy/m/d h:mm", '[$-804]yyyy"年"m"月"d"日"', "m/d/yy", "上午/下午 hh:mm", "mm:ss"];
  const others = ["General", "0.00", "#,##0", "[h]:mm:ss", "0.00E+00", '"day" 0', "@", "[Red]0", '0"日"'];
  expect(dates.filter((code) => !isDateFormat(code))).toEqual([]);
  expect(others.filter(isDateFormat)).toEqual([]);
  expect(serialText(45356, false)).toBe("2024-03-05");
  expect(serialText(0.5, false)).toBe("12:00:00");
  expect(serialText(-1, false)).toBeNull();
  expect(numberText("2.0240305000123E+13")).toBe("20240305000123");
  expect(numberText("0.1")).toBe("0.1");
  expect(NOW).toBeGreaterThan(0);
});
