import type { Words } from "../refusal";

/** Why a row could not be used; the rest of its file goes on (formats.md, Bad input). */
export const REJECT_REASONS = {
  missing: { zh: "必填内容为空，请补填", en: "nothing is there; fill it in" },
  unreadable_instant: {
    zh: "时间无法识别，请写成 2024-03-05 09:07:00",
    en: "not a readable instant; write 2024-03-05 09:07:00",
  },
  before_1990: { zh: "时间早于 1990 年，请核对", en: "lies before 1990; check it" },
  in_the_future: { zh: "时间晚于导入之后一天，请核对", en: "lies more than a day after the import; check it" },
  unknown_kind: { zh: "操作类型无法识别，请在数据来源配置中写明对应关系", en: "unknown kind; map it in the profile" },
  unknown_status: {
    zh: "状态没有对应关系，请在数据来源配置中写明",
    en: "this status is not mapped; map it in the profile",
  },
  unknown_outcome: {
    zh: "办理结果没有对应关系，请在数据来源配置中写明",
    en: "this outcome is not mapped; map it in the profile",
  },
  unknown_class: { zh: "诉求认定类别无法识别，请核对", en: "unknown demand class; check it" },
  finished_before_received: { zh: "完成时间早于接收时间，请核对", en: "finished before it was received; check both" },
  day_or_month_first: {
    zh: "日期写作 3/5/2024 一类，日、月的先后无法确定，请在数据来源配置中写明 dates: dmy 或 mdy",
    en: "written like 3/5/2024, day or month first; say dates: dmy or mdy in the profile",
  },
  totals_row: { zh: "是合计行，不是数据，无需导入", en: "a line of totals, no data; nothing to load" },
  failed_formula: {
    zh: "单元格的公式出错，请改为固定的值",
    en: "the formula of this cell has failed; put a plain value there",
  },
  rounded_number: {
    zh: "编号被表格软件改成了科学计数法，尾数已丢失，请把该列设为文本后重新导出",
    en: "the number was rounded by a spreadsheet and its last digits are lost; export the column as text",
  },
  ragged: {
    zh: "列数多于表头，请核对分隔符和引号",
    en: "more fields than the header; check delimiters and quotes",
  },
  stray_quote: { zh: "引号之后还有文字，请核对引号", en: "text follows a closing quote; check the quotes" },
  nul: { zh: "含有空字符（NUL），请重新导出", en: "holds a NUL character; export it again" },
  not_json: { zh: "不是一个 JSON 对象，请重新导出", en: "not a JSON object; export it again" },
} as const satisfies Readonly<Record<string, Words>>;

export type RejectReason = keyof typeof REJECT_REASONS;

export interface Reject extends Words {
  /** As named by the caller. */
  readonly file: string;
  /** n-th data row of the file, from 1. */
  readonly row: number;
  /** Header of the file; "" where the whole row is meant. */
  readonly column: string;
  /** As written, cut at 200 characters. */
  readonly value: string;
  readonly reason: RejectReason;
}

const LONGEST_VALUE = 200;

export const createReject = (
  file: string,
  row: number,
  column: string,
  value: string,
  reason: RejectReason,
): Reject => ({
  file,
  row,
  column,
  value: value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value,
  reason,
  ...REJECT_REASONS[reason],
});
