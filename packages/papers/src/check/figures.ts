import type { Fact, FactTable } from "../facts/fact";
import type { PaperTemplate } from "../template/template";
import { type Part, place, without, written } from "./parts";
import type { PaperProblem } from "./problem";

/** Figures that state nothing: in titles of laws and rules, numbers of papers, articles, the hotline's name, ordinals. */
const STATES_NOTHING =
  /《[^《》]*》|〔\d{1,4}〕\s{0,4}\d{1,6}号|第[\d一二三四五六七八九十百]{1,12}[条款项号届次章节页]|12345|附件\d{1,4}/gu;

const DATE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日|(\d{4})年(?!\d)/gu;
const MEASURES = "个工作日|个月|[个件起次人名家项条天日年月份户处批轮期元%％]|小时|分钟";
const FIGURE = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(${MEASURES})?`, "gu");
/** Those that count what data count; 三个方面 and 四项要求 are words. */
const IN_CHINESE = /(?<!第)([二两三四五六七八九十百]{1,8})(个工作日|小时|[件起次人名家天])/gu;

/** Every figure and date that somebody wrote is borne out by the data. Checked in the title and the body. */
export function figuresHold(part: Part, table: FactTable, known: readonly (RegExp | null)[]): readonly PaperProblem[] {
  const facts = [...table.values()];
  const problems: PaperProblem[] = [];
  let text = written(part);
  for (const pattern of [...known, STATES_NOTHING]) if (pattern) text = without(text, pattern);
  for (const found of text.matchAll(DATE)) {
    if (facts.some((fact) => bearsDate(fact, found))) continue;
    problems.push({
      code: "paper.date_unsupported",
      place: place(part, found.index, found.index + found[0].length),
      zh: `日期“${found[0]}”在案件数据中没有依据，请核对或从数据填入`,
      en: `No data of the case bear out the date “${found[0]}”: check it, or fill it in from the data`,
    });
  }
  text = without(text, DATE);
  const figures = [...text.matchAll(FIGURE)].map((found) => ({
    found,
    value: Number(found[1]),
    measure: found[2] ?? "",
  }));
  const chinese = [...text.matchAll(IN_CHINESE)].map((found) => ({
    found,
    value: chineseFigure(found[1] ?? ""),
    measure: found[2] ?? "",
  }));
  for (const { found, value, measure } of [...figures, ...chinese]) {
    if (facts.some(({ figure }) => figure?.value === value && figure.measures.includes(measure))) continue;
    problems.push({
      code: "paper.figure_unsupported",
      place: place(part, found.index, found.index + found[0].length),
      zh: `数字“${found[0]}”在案件数据中没有依据，请核对或从数据填入`,
      en: `No data of the case bear out the figure “${found[0]}”: check it, or fill it in from the data`,
    });
  }
  return problems;
}

function bearsDate({ date }: Fact, [, year, month, day, only]: RegExpMatchArray): boolean {
  if (!date) return false;
  const [factYear, factMonth, factDay] = date.split("-").map(Number);
  if (only) return Number(only) === factYear;
  return Number(month) === factMonth && Number(day) === factDay && (!year || Number(year) === factYear);
}

/** The clauses of a template between its placeholders, as they stand in a paper. */
export const clausesOf = ({ blocks }: Pick<PaperTemplate, "blocks">): readonly string[] =>
  blocks.flatMap(({ text }) => text.split(/\{[^{}]*\}|[，。；：]/u));

const DIGITS = "零一二三四五六七八九";

/** 二, 十五, 三十, 一百二十 as numbers; 两 is 二. */
export function chineseFigure(words: string): number {
  let total = 0;
  let digit = 0;
  for (const word of words.replaceAll("两", "二")) {
    if (word === "百" || word === "十") {
      total += (digit || 1) * (word === "百" ? 100 : 10);
      digit = 0;
    } else digit = DIGITS.indexOf(word);
  }
  return total + digit;
}
