import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { toGb18030 } from "./gb18030";

/** A large export as an old hotline writes it, and what is to become of its rows. */
export interface LargeExport {
  /** Data rows, the line of totals among them. */
  readonly rows: number;
  /** Those that cannot be used, by number and by what is wrong, in the words of the page. */
  readonly broken: readonly { readonly row: number; readonly value: string; readonly because: string }[];
}

/** Texts are put together as bytes of GB18030, a character each: encoding a million rows would take longer than loading them. */
const coded = (text: string): string => toGb18030(text).toString("latin1");

const HEADER = ["工单编号", "操作时间", "操作类型", "办理单位", "去向单位", "办理意见", "诉求分类"];
const UNITS = ["城管局", "住建局", "人社局", "公安局", "教育局", "东风街道", "白石镇", "水务局", "交通局", "民政局"];
const CATEGORIES = ["城市管理>路灯", "城乡建设>物业", "劳动保障>欠薪", "公共安全>噪声", "教育>招生"];

/** Kind, hours after the one before, and whether the unit that has the order does it, else the centre. */
const STEPS = [
  ["受理", 0, false, "群众来电反映，请尽快处理"],
  ["派单", 1, false, ""],
  ["签收", 5, true, ""],
  ["联系群众", 20, true, "已电话联系，核实情况"],
  ["现场核查", 24, true, "到现场查看"],
  ["阶段反馈", 30, true, "正在协调"],
  ["办结", 40, true, "已办理完毕并答复群众"],
  ["归档", 24, false, ""],
] as const;

const WAYS = [
  { column: 0, value: "", because: "必填内容为空" },
  { column: 1, value: "昨天下午", because: "时间无法识别" },
  { column: 1, value: "1899/12/31 9:00", because: "时间早于 1990 年" },
  { column: 2, value: "挥手致意", because: "操作类型无法识别" },
  { column: 0, value: "4.40112E+17", because: "科学计数法" },
] as const;

/** Orders that are under way at the same time, so that the rows of one lie far apart. */
const COHORT = 1_000;
const BROKEN_EVERY = 9_973;
const HEADER_EVERY = 250_000;
const PIECE = 1_000;
const TITLE = "某县12345热线工单流转明细（2024年度）";

/** Slashes, nothing in front of small numbers: as spreadsheets write it. */
function slashes(hours: number): string {
  const at = new Date(Date.UTC(2024, 0, 2) + hours * 3_600_000);
  const minute = String(at.getUTCMinutes()).padStart(2, "0");
  return `${at.getUTCFullYear()}/${at.getUTCMonth() + 1}/${at.getUTCDate()} ${at.getUTCHours()}:${minute}`;
}

/**
 * Writes `rows` data rows of orders' histories to a `.csv.gz`: GB18030, a title above the header, the header again every 250,000 rows, rows
 * of an order far apart, a broken row now and then, a line of totals at the end.
 */
export async function writeLargeExport(path: string, rows: number): Promise<LargeExport> {
  const broken: { row: number; value: string; because: string }[] = [];
  const words = {
    centre: coded("热线中心"),
    units: UNITS.map(coded),
    categories: CATEGORIES.map(coded),
    steps: STEPS.map(([kind, , own, said]) => ({ kind: coded(kind), own, said: coded(said) })),
    header: `${coded(HEADER.join(","))}\r\n`,
  };
  const hoursOf = STEPS.map((_, step) => STEPS.slice(0, step + 1).reduce((sum, [, hours]) => sum + hours, 0));

  function line(index: number): string {
    const cohort = Math.floor(index / (COHORT * STEPS.length));
    const within = index % (COHORT * STEPS.length);
    const step = Math.floor(within / COHORT);
    const order = cohort * COHORT + (within % COHORT);
    const { kind, own, said } = words.steps[step] ?? { kind: "", own: false, said: "" };
    const unit = words.units[order % words.units.length] ?? "";
    const hours = cohort * 60 + (hoursOf[step] ?? 0) + (order % COHORT) / 60;
    const id = `GX2024${String(order).padStart(8, "0")}`;
    const category = words.categories[order % words.categories.length];
    const cells = [id, slashes(hours), kind, own ? unit : words.centre, step === 1 ? unit : "", said, category];
    const way = index % BROKEN_EVERY === 4_321 ? WAYS[broken.length % WAYS.length] : undefined;
    if (way) {
      cells[way.column] = coded(way.value);
      broken.push({ row: index + 1, value: way.value, because: way.because });
    }
    return `${cells.join(",")}\r\n`;
  }

  function* pieces(): Generator<Buffer> {
    yield Buffer.from(`${coded(TITLE)}\r\n${words.header}`, "latin1");
    for (let from = 0; from < rows - 1; from += PIECE) {
      let piece = from > 0 && from % HEADER_EVERY === 0 ? words.header : "";
      for (let index = from; index < Math.min(rows - 1, from + PIECE); index++) piece += line(index);
      yield Buffer.from(piece, "latin1");
    }
    broken.push({ row: rows, value: "合计", because: "合计行" });
    yield toGb18030(`合计,${rows - 1}\r\n`);
  }
  await pipeline(Readable.from(pieces()), createGzip({ level: 1 }), createWriteStream(path));
  return { rows, broken };
}
