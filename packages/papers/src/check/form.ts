import type { Bilingual } from "@tianyan/core";
import type { Paper } from "../paper/paper";
import { type Part, place } from "./parts";
import type { PaperProblem, PaperProblemCode, Place } from "./problem";

interface Pattern extends Bilingual {
  readonly code: PaperProblemCode;
  readonly pattern: RegExp;
  readonly parts?: readonly Place["part"][];
}

/** What the standard does not let one write. */
const PATTERNS: readonly Pattern[] = [
  {
    code: "paper.leading_zero",
    pattern: /(?<!\d)0\d+(?=[年月日号])/gu,
    zh: "月、日和发文顺序号不编虚位，请去掉前面的“0”",
    en: "Months, days and numbers have no leading zero: take it away",
  },
  {
    code: "paper.bracket_form",
    pattern: /[[(（【［]\s*\d{4}\s*[\])）】］]\s*\d+\s*号/gu,
    zh: "发文字号的年份应当用六角括号“〔〕”括入",
    en: "The year in the number of a paper stands in hexagonal brackets 〔〕",
  },
  {
    code: "paper.placeholder_left",
    pattern: /\{[^{}]*\}|X{2,}|×{2,}|＿{2,}|_{2,}/gu,
    zh: "此处尚未填写",
    en: "This is still to be filled in",
  },
  {
    code: "paper.attachment_punctuation",
    pattern: /[，。；：、！？,.;:!?]$/gu,
    parts: ["attachments"],
    zh: "附件名称后不加标点符号",
    en: "No punctuation stands after the name of an attachment",
  },
];

export const wellFormed = (part: Part): readonly PaperProblem[] =>
  PATTERNS.filter(({ parts }) => !parts || parts.includes(part.part)).flatMap(({ code, pattern, zh, en }) =>
    [...part.text.matchAll(pattern)].map((found) => ({
      code,
      place: place(part, found.index, found.index + found[0].length),
      zh,
      en,
    })),
  );

/** A heading stands under one of the level above it. */
export function headingsInOrder({ body }: Paper): readonly PaperProblem[] {
  let last = 0;
  const problems: PaperProblem[] = [];
  body.forEach((block, index) => {
    if (block.type !== "heading") return;
    if (block.level > last + 1)
      problems.push({
        code: "paper.heading_order",
        place: { part: "body", index, start: 0, end: 0 },
        zh: "结构层次序数应当依次使用“一、”“（一）”“1.”“（1）”，此处跳级",
        en: "Headings go down one level at a time: 一、 · （一） · 1. · （1）",
      });
    last = block.level;
  });
  return problems;
}

/** What a paper cannot be without; at issue number and dates too. */
export function complete(paper: Paper, issuing: boolean): readonly PaperProblem[] {
  const missing: readonly (readonly [boolean, Place["part"], string, string])[] = [
    [paper.issuerMark.trim() === "", "issuer_mark", "发文机关标志", "the issuer's mark"],
    [paper.title.every(({ text }) => text.trim() === ""), "title", "标题", "the title"],
    [paper.to.length === 0, "to", "主送机关", "those addressed"],
    [paper.body.every(({ spans }) => spans.every(({ text }) => text.trim() === "")), "body", "正文", "the body"],
    [paper.signature.trim() === "", "signature", "发文机关署名", "the signature"],
    [paper.form === "document" && paper.printedBy.trim() === "", "printed", "印发机关", "who prints"],
    [issuing && paper.number === null, "number", "发文字号", "the number"],
    [issuing && paper.date === null, "date", "成文日期", "the date"],
    [issuing && paper.form === "document" && paper.printedOn === null, "printed", "印发日期", "the date of printing"],
  ];
  return missing
    .filter(([absent]) => absent)
    .map(([, part, zh, en]) => ({
      code: "paper.part_missing",
      place: { part, index: 0, start: 0, end: 0 },
      zh: `缺少${zh}，请补充`,
      en: `The paper lacks ${en}`,
    }));
}
