import type { Paper, Span } from "../paper/paper";
import type { Place } from "./problem";

/** One text of a paper and where it stands. */
export interface Part {
  readonly part: Place["part"];
  readonly index: number;
  readonly spans: readonly Span[];
  readonly text: string;
}

const of = (part: Part["part"], index: number, spans: readonly Span[]): Part => ({
  part,
  index,
  spans,
  text: spans.map((span) => span.text).join(""),
});
const plain = (part: Part["part"], texts: readonly string[]): readonly Part[] =>
  texts.map((text, index) => of(part, index, [{ text }]));

/** Every text of a paper, from top to bottom. */
export const partsOf = (paper: Paper): readonly Part[] => [
  ...plain("issuer_mark", [paper.issuerMark]),
  of("title", 0, paper.title),
  ...paper.to.map((span, index) => of("to", index, [span])),
  ...paper.body.map(({ spans }, index) => of("body", index, spans)),
  ...plain("attachments", paper.attachments),
  ...plain("signature", [paper.signature]),
  ...plain("note", [paper.note]),
  ...plain("copy_to", paper.copyTo),
  ...plain("printed", [paper.printedBy]),
];

/** Stands for a character that was filled in or looked at already: part of no word and of no figure. */
export const HOLE = "\ufffc";

/** The text of a part with what was filled in from the data taken out, every place as it was. */
export const written = ({ spans }: Part): string =>
  spans.map(({ text, fact }) => (fact ? HOLE.repeat(text.length) : text)).join("");

/** The text without what matches, every place as it was. */
export const without = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found) => HOLE.repeat(found.length));

export const place = ({ part, index }: Part, start: number, end: number): Place => ({ part, index, start, end });
