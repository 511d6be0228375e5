import { dateText } from "../paper/dates";
import type { Block, HeadingLevel, Paper, Span } from "../paper/paper";
import { numberText } from "../paper/paper";
import { titleLines } from "./title-lines";

/** A paper as it is set: everything in words and in order, the same for Word, print view and text. */
export interface Sheet {
  readonly form: Paper["form"];
  readonly urgency: string | null;
  readonly markLines: readonly string[];
  /** "" while it has none. */
  readonly number: string;
  readonly titleLines: readonly string[];
  readonly to: string;
  readonly blocks: readonly SetBlock[];
  /** Number before each where there are several; none otherwise. */
  readonly attachments: readonly { readonly number: string; readonly name: string }[];
  readonly signature: string;
  readonly date: string;
  readonly note: string;
  readonly copyTo: string;
  readonly printedBy: string;
  /** With 印发 at its end; "" while it is not issued. */
  readonly printedOn: string;
}

export interface SetBlock {
  readonly level: HeadingLevel | null;
  /** 一、 · （一） · 1. · （1）; "" of a paragraph. */
  readonly numeral: string;
  readonly spans: readonly Span[];
}

export function sheetOf(paper: Paper): Sheet {
  const several = paper.attachments.length > 1;
  return {
    form: paper.form,
    urgency: paper.urgency,
    markLines: paper.issuerMark.split("\n"),
    number: paper.number ? numberText(paper.number) : "",
    titleLines: titleLines(paper.title),
    to: paper.to.length > 0 ? `${paper.to.map(({ text }) => text).join("、")}：` : "",
    blocks: numbered(paper.body),
    attachments: paper.attachments.map((name, index) => ({ number: several ? `${index + 1}.` : "", name })),
    signature: paper.signature,
    date: paper.date ? dateText(paper.date) : "",
    note: paper.note ? `（${paper.note}）` : "",
    copyTo: paper.copyTo.length > 0 ? `${paper.copyTo.join("，")}。` : "",
    printedBy: paper.printedBy,
    printedOn: paper.printedOn ? `${dateText(paper.printedOn)}印发` : "",
  };
}

/** Headings with their numerals: each level counts anew under a heading above it. */
function numbered(body: readonly Block[]): readonly SetBlock[] {
  const counts = [0, 0, 0, 0];
  return body.map((block) => {
    if (block.type === "paragraph") return { level: null, numeral: "", spans: block.spans };
    const { level, spans } = block;
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    return { level, numeral: numeral(level, counts[level - 1] ?? 1), spans };
  });
}

/** The numeral of the n-th heading of a level. */
export function numeral(level: HeadingLevel, n: number): string {
  switch (level) {
    case 1:
      return `${chinese(n)}、`;
    case 2:
      return `（${chinese(n)}）`;
    case 3:
      return `${n}.`;
    case 4:
      return `（${n}）`;
  }
}

/** A heading that goes on in its paragraph is set as one up to its first full stop; what follows is body. */
export function leadOf({ level, numeral: number, spans }: SetBlock): { readonly lead: string; readonly rest: string } {
  const text = spans.map((span) => span.text).join("");
  const stop = text.indexOf("。");
  const end = level === null || stop < 0 ? text.length : stop + 1;
  return { lead: number + text.slice(0, end), rest: text.slice(end) };
}

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 to 99 in Chinese numerals. */
function chinese(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`}${DIGITS[n % 10]}`;
}
