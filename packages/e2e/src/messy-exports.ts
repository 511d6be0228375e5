import { gzipSync } from "node:zlib";
import { writeWorkbook } from "@tianyan/ingest";
import { toGb18030 } from "./gb18030";

/** An export as a vendor might hand it over, and what the steward has to say before it is loaded. */
export interface MessyExport {
  /** What is the matter with it. */
  readonly name: string;
  readonly file: string;
  readonly bytes: () => Promise<Buffer>;
  /** Options to choose on the page, by the words they stand beside. */
  readonly say?: readonly string[];
  /** Columns to map by hand: header, meaning. */
  readonly columns?: readonly (readonly [string, string])[];
  /** Words to explain: word, meaning. */
  readonly words?: readonly (readonly [string, string])[];
  /** Names of units that are one: name, decision. */
  readonly units?: readonly (readonly [string, string])[];
  /** Null: refused, in these words. */
  readonly loaded: { readonly events: number; readonly rejected: number } | null;
  readonly refusal?: string;
}

const HEADER = ["工单编号", "操作时间", "操作类型", "操作单位", "接收单位", "办理意见"];

/** The events of two orders, in order; `date` writes 5 March 2024 and the hour. */
const body = (order: string, date: (day: number, hour: number) => string): string[][] =>
  [`${order}-1`, `${order}-2`].flatMap((id) => [
    [id, date(5, 9), "受理", "热线中心", "", "路灯不亮"],
    [id, date(5, 10), "派单", "热线中心", "城管局", ""],
    [id, date(6, 15), "退单申请", "城管局", "", "不属于我局"],
    [id, date(7, 16), "驳回退单", "热线中心", "", "请办理"],
    [id, date(8, 10), "办结", "城管局", "", "已修复"],
  ]);

const two = (n: number): string => String(n).padStart(2, "0");
const iso = (day: number, hour: number): string => `2024-03-${two(day)} ${two(hour)}:00:00`;
const slashes = (day: number, hour: number): string => `2024/3/${day} ${hour}:00`;
const csv = (rows: readonly (readonly string[])[], delimiter = ","): string =>
  `${rows.map((row) => row.join(delimiter)).join("\r\n")}\r\n`;
const utf8 = (text: string) => async (): Promise<Buffer> => Buffer.from(text);

async function workbook(sheets: Parameters<typeof writeWorkbook>[0]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeWorkbook(sheets)) parts.push(part);
  return Buffer.concat(parts);
}

const [firstEvents = [], ...restEvents] = [HEADER, ...body("M6", slashes)];

export const MESSY_EXPORTS: readonly MessyExport[] = [
  {
    name: "a workbook with a title above the header and a line of totals below",
    file: "三月流转.xlsx",
    bytes: () =>
      workbook([
        { name: "流转", columns: ["某县12345热线流转明细"], rows: [HEADER, ...body("M1", iso), ["合计", "10"]] },
      ]),
    loaded: { events: 10, rejected: 1 },
  },
  {
    name: "GB18030, a time left out, a date that is none",
    file: "三月流转.csv",
    bytes: async () =>
      toGb18030(
        csv([
          HEADER,
          ...body("M2", slashes),
          ["M2-1", "", "答复", "城管局", "", "漏填"],
          ["M2-1", "待定", "答复", "城管局", "", ""],
        ]),
      ),
    loaded: { events: 10, rejected: 2 },
  },
  {
    name: "newest first",
    file: "倒序.csv",
    bytes: utf8(csv([HEADER, ...body("M3", iso).reverse()])),
    say: ["新的在前，从后往前读"],
    loaded: { events: 10, rejected: 0 },
  },
  {
    name: "dates of which nothing tells the day from the month",
    file: "日月不明.csv",
    bytes: utf8(csv([HEADER, ...body("M4", (day, hour) => `0${day}/03/2024 ${two(hour)}:00`)])),
    say: ["日在前"],
    loaded: { events: 10, rejected: 0 },
  },
  {
    name: "dates as digits, tabs between the columns",
    file: "连写.tsv",
    bytes: utf8(csv([HEADER, ...body("M5", (day, hour) => `202403${two(day)}${two(hour)}0000`)], "\t")),
    loaded: { events: 10, rejected: 0 },
  },
  {
    name: "orders and events on two sheets, and a sheet of remarks",
    file: "两张表.xlsx",
    bytes: () =>
      workbook([
        { name: "流转", columns: firstEvents, rows: restEvents },
        { name: "工单", columns: ["工单编号", "标题", "诉求分类"], rows: [["M6-1", "路灯不亮", "城市管理>路灯"]] },
        { name: "说明", columns: ["本表由系统导出"], rows: [["请勿外传"]] },
      ]),
    loaded: { events: 10, rejected: 0 },
  },
  {
    name: "the header again in the middle",
    file: "重复表头.csv",
    bytes: utf8(csv([HEADER, ...body("M7", iso).slice(0, 5), HEADER, ...body("M7", iso).slice(5)])),
    loaded: { events: 10, rejected: 0 },
  },
  {
    name: "three names for one bureau",
    file: "三个名称.csv",
    bytes: utf8(
      csv([
        HEADER,
        ...body("M8", iso).map((row, at) =>
          row.map((cell) =>
            cell === "城管局" ? (["畜牧水产局", "县畜牧水产局", "畜牧水产管理局"][at % 3] ?? "") : cell,
          ),
        ),
      ]),
    ),
    units: [
      ["畜牧水产局", "县畜牧水产局"],
      ["畜牧水产管理局", "县畜牧水产局"],
    ],
    loaded: { events: 10, rejected: 0 },
  },
  {
    name: "a column and a word that nobody knows",
    file: "自造表头.csv",
    bytes: utf8(
      csv([
        ["工单编号", "什么时候", "操作类型", "操作单位", "接收单位", "办理意见"],
        ...body("M9", iso).map((row) => row.map((cell) => (cell === "办结" ? "弄好了" : cell))),
      ]),
    ),
    columns: [["什么时候", "时间"]],
    words: [["弄好了", "办结"]],
    loaded: { events: 10, rejected: 0 },
  },
  {
    name: "no table of the hotline at all",
    file: "通讯录.csv",
    bytes: utf8(
      csv([
        ["姓名", "电话"],
        ["张某", "1"],
      ]),
    ),
    loaded: null,
    refusal: "无法从表头判断",
  },
  {
    name: "lines of JSON, compressed",
    file: "流转.ndjson.gz",
    bytes: async () =>
      gzipSync(
        body("M11", iso)
          .map((row) => JSON.stringify(Object.fromEntries(HEADER.map((header, at) => [header, row[at]]))))
          .join("\n"),
      ),
    loaded: { events: 10, rejected: 0 },
  },
];
