import { describe, expect, it } from "vitest";
import {
  CANONICAL_PROFILE,
  parseProfile,
  type RecognisedTable,
  type Recognition,
  readTables,
  recognise,
} from "../src/index";
import { NOW, refusalOf, testFolder, toGb18030 } from "./files";
import { type TestCell, workbook } from "./workbooks";

const { write } = testFolder();
const SETTING = { zone: "Asia/Shanghai", now: NOW };
const HEADER = ["工单编号", "操作时间", "操作类型", "操作单位", "接收单位", "办理意见"];
const BODY = [
  ["GD1", "2024-03-05 09:07:00", "受理", "热线中心", "", "路灯不亮"],
  ["GD1", "2024-03-05 09:30:00", "派单", "热线中心", "住建局", ""],
  ["GD1", "2024-03-05 15:00:00", "退单申请", "住建局", "", "不属于我局"],
  ["GD1", "2024-03-13 16:00:00", "驳回退单", "热线中心", "", "请办理"],
  ["GD1", "2024-03-18 10:00:00", "办结", "住建局", "", "已修复"],
];
const csv = (rows: readonly (readonly string[])[], delimiter = ","): string =>
  `${rows.map((row) => row.join(delimiter)).join("\r\n")}\r\n`;

/** All that files say by a profile. */
async function read(files: readonly string[], profile = CANONICAL_PROFILE) {
  const kinds: string[] = [];
  const reasons: string[] = [];
  let orders = 0;
  for await (const batch of readTables({ files, profile, ...SETTING })) {
    reasons.push(...batch.rejects.map(({ reason }) => reason));
    if (batch.table === "orders") orders += batch.rows.length;
    if (batch.table !== "events") continue;
    for (const row of batch.rows)
      kinds.push(`${row.orderId} ${new Date(row.at).toISOString().slice(0, 16)} ${row.unit}`);
  }
  return { kinds, reasons, orders };
}

const EXPECTED = [
  "GD1 2024-03-05T01:07 热线中心",
  "GD1 2024-03-05T01:30 热线中心",
  "GD1 2024-03-05T07:00 住建局",
  "GD1 2024-03-13T08:00 热线中心",
  "GD1 2024-03-18T02:00 住建局",
];

const tableOf = (recognition: Recognition, at = 0): RecognisedTable => {
  const table = recognition.files.flatMap(({ tables }) => tables)[at];
  if (!table) throw new Error("no table");
  return table;
};
const look = (files: readonly string[], answers?: Record<string, unknown>) =>
  recognise(files, { ...SETTING, ...(answers ? { answers } : {}) });

describe("ten messy exports are read, or refused in words that say what to do", () => {
  it("1. a workbook with Chinese headers, a title and merged cells", async () => {
    const rows: TestCell[][] = [
      ["某县12345热线流转明细（2024年3月）", null, null, null, null, null],
      ["导出时间：2024-04-01", null, null, null, null, null],
      [...HEADER],
      ...BODY.map(([, ...rest]) => [null, ...rest] as TestCell[]),
    ];
    (rows[3] as TestCell[])[0] = "GD1";
    const path = write("1.xlsx", await workbook([{ name: "流转", rows, merges: ["A1:F1", "A4:A8"] }]));
    expect(await read([path])).toEqual({ kinds: EXPECTED, reasons: [], orders: 0 });
    const table = tableOf(await look([path]));
    expect(table).toMatchObject({
      kind: "events",
      shape: "event",
      headerRow: 3,
      format: "xlsx",
      accepted: 5,
      whole: true,
    });
    expect(table.sample[1]?.[0]).toBe("GD1");
  });

  it("2. GB18030, with a title above the header and fields in quotes", async () => {
    const text = `诉求流转表\r\n${csv([HEADER, ...BODY]).replaceAll("已修复", '"已修复,\n请核实"')}`;
    const path = write("2.csv", toGb18030(text));
    expect(await read([path])).toEqual({ kinds: EXPECTED, reasons: [], orders: 0 });
    expect(tableOf(await look([path]))).toMatchObject({ encoding: "gb18030", delimiter: ",", headerRow: 2 });
  });

  it("3. two files a month, the headers not the same", async () => {
    const other = ["诉求编号", "处理时间", "流程节点", "处理部门", "下一办理单位", "处理意见"];
    const files = [
      write("3a.csv", csv([HEADER, ...BODY.slice(0, 3)])),
      write("3b.csv", Buffer.from(`\ufeff${csv([other, ...BODY.slice(3)], "\t")}`, "utf16le")),
    ];
    expect(await read(files)).toEqual({ kinds: EXPECTED, reasons: [], orders: 0 });
    const recognition = await look(files);
    expect(recognition.profile.events).toBeUndefined();
    expect(tableOf(recognition, 1)).toMatchObject({ encoding: "utf-16le", delimiter: "\t" });
    expect(await read(files, parseProfile(recognition.profile, "3"))).toMatchObject({ kinds: EXPECTED });
  });

  it("4. dates with the day first: not guessed, but told", async () => {
    const dmy = (iso: string): string => iso.replace(/(\d+)-(\d+)-(\d+)/, "$3/$2/$1");
    const rows = BODY.map(([id = "", at = "", ...rest]) => [id, dmy(at), ...rest]);
    const path = write("4.csv", csv([HEADER, ...rows]));
    expect(new Set((await read([path])).reasons)).toEqual(new Set(["day_or_month_first"]));
    const recognition = await look([path]);
    expect(recognition.profile.dates).toBe("dmy");
    expect(tableOf(recognition).dates).toMatchObject([{ header: "操作时间", form: "dmy", question: null }]);
    expect(await read([path], parseProfile(recognition.profile, "4"))).toEqual({
      kinds: EXPECTED,
      reasons: [],
      orders: 0,
    });

    const unclear = write("4b.csv", csv([HEADER, ...rows.slice(0, 3)]));
    const asked = await look([unclear]);
    expect(asked.questions.map(({ code, column }) => [code, column])).toEqual([["day_or_month", "操作时间"]]);
    expect(tableOf(asked)).toMatchObject({ accepted: 0, rejected: 3 });
    expect(tableOf(await look([unclear], { dates: "dmy" }))).toMatchObject({ accepted: 3, rejected: 0 });
  });

  it("5. a line of totals at the end", async () => {
    const path = write("5.csv", `${csv([HEADER, ...BODY])}合计,5,,,,\r\n总计：5件\r\n`);
    expect(await read([path])).toEqual({ kinds: EXPECTED, reasons: ["totals_row", "totals_row"], orders: 0 });
    expect(tableOf(await look([path])).rejects).toMatchObject([{ reason: "totals_row", count: 2 }]);
  });

  it("6. the header once more between the rows", async () => {
    const path = write("6.csv", csv([HEADER, ...BODY.slice(0, 2), HEADER, ...BODY.slice(2), HEADER]));
    expect(await read([path])).toEqual({ kinds: EXPECTED, reasons: [], orders: 0 });
  });

  it("7. three names for one bureau: suggested, and nothing changed", async () => {
    const rows = BODY.map((row) => [...row]);
    (rows[1] as string[])[4] = "县住建局";
    (rows[2] as string[])[3] = "住房和城乡建设局";
    const events = write("7.csv", csv([HEADER, ...rows]));
    const units = write(
      "7u.csv",
      csv([
        ["单位编码", "单位名称", "简称"],
        ["jsj", "响水县住房和城乡建设局", ""],
      ]),
    );
    const { unknownUnits } = await look([events, units]);
    expect(unknownUnits.map(({ word, suggestions }) => [word, suggestions[0]?.code])).toEqual([
      ["县住建局", "jsj"],
      ["住房和城乡建设局", "jsj"],
      ["住建局", "jsj"],
    ]);
    const alone = await look([events]);
    expect(alone.unknownUnits.filter(({ suggestions }) => suggestions.length > 0).length).toBe(2);
    expect((await read([events])).kinds[2]).toContain("住房和城乡建设局");
  });

  it("8. one workbook with a sheet of orders and one of events", async () => {
    const orders = [
      ["工单编号", "工单标题", "诉求内容", "归口分类", "紧急程度", "截止时间"],
      ["GD1", "路灯不亮", "小区门口路灯不亮", "城建", "紧急", "2024-03-12"],
    ];
    const path = write(
      "8.xlsx",
      await workbook([
        { name: "工单", rows: orders },
        { name: "流转", rows: [HEADER, ...BODY] },
      ]),
    );
    expect(await read([path])).toEqual({ kinds: EXPECTED, reasons: [], orders: 1 });
    const recognition = await look([path]);
    expect(recognition.files[0]?.tables.map(({ sheet, kind }) => [sheet, kind])).toEqual([
      ["工单", "orders"],
      ["流转", "events"],
    ]);
    expect(await read([path], parseProfile(recognition.profile, "8"))).toEqual({
      kinds: EXPECTED,
      reasons: [],
      orders: 1,
    });
  });

  it("9. the newest rows first", async () => {
    const path = write("9.csv", csv([HEADER, ...[...BODY].reverse()]));
    const recognition = await look([path]);
    expect(recognition.profile.rows).toBe("newest-first");
    expect(recognition.questions.map(({ code }) => code)).toEqual(["newest_first"]);
    expect(tableOf(recognition).rowOrder).toEqual({ newestFirst: true, rising: 0, falling: 4 });
    expect((await read([path], parseProfile(recognition.profile, "9"))).kinds).toEqual([...EXPECTED].reverse());
  });

  it("10. a header with another delimiter than the rows, and ragged rows", async () => {
    const wrong = write("10.csv", `${HEADER.join("，")}\n${csv(BODY)}`);
    const refusal = await refusalOf(wrong);
    expect(refusal?.code).toBe("file.missing_column");
    expect(refusal?.words.zh).toMatch(/缺少必需的列/);
    const recognition = await look([wrong]);
    expect(recognition.files[0]?.refusal?.zh).toMatch(/无法从表头判断/);
    const ragged = write(
      "10b.csv",
      csv([HEADER, ...BODY, ["GD2", "2024-03-05"], [...(BODY[0] ?? []), "多出", "两列"]], "|"),
    );
    expect(await read([ragged])).toEqual({ kinds: EXPECTED, reasons: ["missing", "ragged"], orders: 0 });
  });
});

describe("other shapes", () => {
  const STAYS = [
    ["工单编号", "办理单位", "接收时间", "办结时间", "处理结果"],
    ["GD1", "住建局", "2024-03-05 09:30", "2024-03-05 15:00", "退单"],
    ["GD1", "城管局", "2024-03-06 09:30", "2024-03-08 15:00", "办结"],
    ["GD2", "城管局", "2024-03-06 09:30", "2024-03-08 15:00", "转外单位了"],
  ];

  it("a row a stay: refused by the built-in profile in words, recognised as shape step, unknown words asked for", async () => {
    const path = write("stays.csv", csv(STAYS));
    expect((await refusalOf(path))?.words.zh).toContain("停留");
    const recognition = await look([path]);
    expect(recognition.profile).toMatchObject({
      shape: "step",
      outcomes: { 退单: "return_requested", 办结: "completed" },
    });
    expect(tableOf(recognition).unknownOutcomes).toEqual([{ word: "转外单位了", count: 1, suggestion: null }]);
    expect((await read([path], parseProfile(recognition.profile, "stays"))).kinds.length).toBe(2);
    const answered = await look([path], {
      outcomes: { 退单: "return_requested", 办结: "completed", 转外单位了: "transferred" },
    });
    expect(tableOf(answered)).toMatchObject({ accepted: 3, rejected: 0 });
  });

  it("a row the state of an order", async () => {
    const rows = [
      ["工单编号", "更新时间", "工单状态", "承办单位"],
      ["GD1", "2024-03-05 09:30", "待签收", "住建局"],
      ["GD1", "2024-03-05 10:30", "办理中", "住建局"],
      ["GD1", "2024-03-06 10:30", "领导批阅中", "住建局"],
      ["GD1", "2024-03-07 10:30", "已办结", "住建局"],
    ];
    const recognition = await look([write("states.csv", csv(rows))]);
    expect(recognition.profile).toMatchObject({
      shape: "state",
      status: { 待签收: "queued", 办理中: "working", 已办结: "completed" },
    });
    expect(tableOf(recognition)).toMatchObject({ accepted: 3, rejected: 1 });
    expect(tableOf(recognition).unknownStatuses.map(({ word }) => word)).toEqual(["领导批阅中"]);
  });

  it("two headers that may name one column: the sample decides, and the other one is told", async () => {
    const rows = [
      ["工单编号", "操作时间", "环节", "流程节点", "承办单位", "满意度"],
      ["GD1", "2024-03-05 09:30", "第1步", "受理", "热线中心", ""],
      ["GD1", "2024-03-05 09:40", "第2步", "派单", "热线中心", ""],
      ["GD1", "2024-03-05 09:50", "第3步", "街道二次派单", "热线中心", ""],
      ["GD1", "2024-03-09 09:50", "第4步", "回访", "热线中心", "凑合"],
    ];
    const table = tableOf(await look([write("two.csv", csv(rows))]));
    expect(table.columns.find(({ column }) => column === "kind")).toEqual({
      column: "kind",
      headers: ["流程节点"],
      others: ["环节"],
    });
    expect(table.unused.map(({ header }) => header)).toEqual(["环节"]);
    expect(table.unknownKinds).toEqual([{ word: "街道二次派单", count: 1, suggestion: "dispatched" }]);
    expect(table.unknownResults).toMatchObject([{ word: "凑合", count: 1 }]);
  });

  it("columns named by hand, where no header is known", async () => {
    const rows = [
      ["甲", "乙", "丙", "丁"],
      ["GD1", "3/5/2024 9:30", "受理", "热线中心"],
      ["GD1", "3/6/2024 9:30", "踢球", "甲局"],
    ];
    const path = write("hand.csv", csv(rows));
    expect((await look([path])).files[0]?.refusal?.code).toBe("file.unknown_table");
    const answers = {
      events: { order_id: "甲", at: "乙", kind: "丙", unit: "丁" },
      dates: "mdy",
      kinds: { 踢球: ["return_requested"] },
    };
    const recognition = await look([path], answers);
    expect(recognition.questions).toEqual([]);
    expect(tableOf(recognition)).toMatchObject({ kind: "events", accepted: 2, rejected: 0 });
    expect((await read([path], parseProfile(recognition.profile, "hand"))).kinds.length).toBe(2);
  });

  it("orders with times and states of their own are orders, rows of the same order again are events", async () => {
    const header = ["工单编号", "标题", "诉求内容", "创建时间", "流程状态", "承办单位", "截止时间"];
    const row = (id: string) => [id, "路灯", "不亮", "2024-03-05 09:30", "在办", "甲局", "2024-03-09"];
    const orders = await look([write("orders.csv", csv([header, row("GD1"), row("GD2"), row("GD3")]))]);
    expect(tableOf(orders)).toMatchObject({ kind: "orders", accepted: 3 });
    expect(tableOf(orders).unused.map(({ header: one }) => one)).toEqual([
      "创建时间",
      "流程状态",
      "承办单位",
      "截止时间",
    ]);
    const events = await look([write("flat.csv", csv([header, row("GD1"), row("GD1"), row("GD3")]))]);
    expect(tableOf(events).kind).toBe("events");
  });

  it("an export with all of the order in every row: its attributes are kept", async () => {
    const rows = [
      ["工单编号", "操作时间", "操作类型", "操作单位", "工单标题", "归口分类", "来源"],
      ["GD1", "2024-03-05 09:30", "受理", "热线中心", "路灯不亮", "城建", "市民来电"],
      ["GD1", "2024-03-05 09:40", "派单", "热线中心", "路灯不亮", "城建", "微信公众号"],
    ];
    const path = write("flat-orders.csv", csv(rows));
    const recognition = await look([path]);
    expect(recognition.profile.orders).toEqual({
      order_id: "工单编号",
      title: "工单标题",
      category: "归口分类",
      channel: "来源",
    });
    expect(tableOf(recognition).unused).toEqual([]);
    const options = { files: [path], profile: parseProfile(recognition.profile, "flat"), ...SETTING };
    for await (const batch of readTables(options))
      expect(batch.table === "events" ? batch.orders?.[1] : null).toMatchObject({
        title: "路灯不亮",
        channel: "微信公众号",
        source: "12345",
      });
  });

  it("来源 is the system or the channel, as its values say", async () => {
    const table = (value: string) =>
      csv([
        ["工单编号", "工单标题", "诉求内容", "来源"],
        ["GD1", "路灯", "不亮", value],
      ]);
    const columnOf = async (value: string) =>
      tableOf(await look([write("source.csv", table(value))])).columns.find(({ headers }) => headers[0] === "来源")
        ?.column;
    expect(await columnOf("手机APP")).toBe("channel");
    expect(await columnOf("政务服务网办件系统")).toBe("source");
  });

  it("a file that cannot be used stands beside those that can", async () => {
    const good = write("good.csv", csv([HEADER, ...BODY]));
    const { files } = await look([write("old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])), good]);
    expect(files.map(({ refusal }) => refusal?.code ?? null)).toEqual(["file.old_spreadsheet", null]);
    expect(files[1]?.tables[0]?.accepted).toBe(5);
  });
});
