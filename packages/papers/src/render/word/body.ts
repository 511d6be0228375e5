import { AlignmentType, DeletedTextRun, InsertedTextRun, type Paragraph, type ParagraphChild } from "docx";
import type { TrackedBlock, TrackedRun } from "../../changes/tracked";
import { CHARACTERS_A_LINE, FONTS, headingFont } from "../form";
import { leadOf, numeral, type SetBlock, type Sheet } from "../sheet";
import { characters, type Look, lookOptions, paragraph, run } from "./parts";

/** 主送机关 flush left; every paragraph after it indented by two characters. */
export const addressed = ({ to }: Sheet): readonly Paragraph[] =>
  to ? [paragraph({ alignment: AlignmentType.LEFT, children: [run(to)] })] : [];

export const body = (blocks: readonly SetBlock[]): readonly Paragraph[] =>
  blocks.map((block, index) => {
    const { lead, rest } = leadOf(block);
    const children = [run(lead, { font: headingFont(block.level) }), ...(rest ? [run(rest)] : [])];
    return bodyParagraph(block.level, children, index === blocks.length - 1 && lead.length + rest.length <= SHORT);
  });

/** A paragraph of more characters, four lines, is not kept with what follows: it would leave its page as a whole. */
const SHORT = 4 * CHARACTERS_A_LINE;

/** Headings stay with what follows them, a short end with the signature, so that no seal stands alone on a page (7.3.5.4). */
const bodyParagraph = (level: SetBlock["level"], children: readonly ParagraphChild[], last: boolean): Paragraph =>
  paragraph({
    indent: { firstLine: characters(2), firstLineChars: 200 },
    keepNext: last || level === 1 || level === 2,
    ...(level === null ? {} : { outlineLevel: level - 1 }),
    children: [...children],
  });

/** The body with revisions that Word lets one accept or reject. */
export function trackedBody(blocks: readonly TrackedBlock[]): readonly Paragraph[] {
  const counts = [0, 0, 0, 0];
  let id = 0;
  return blocks.map(({ level, change, runs }, index) => {
    const look: Look = { font: headingFont(level) };
    const children: ParagraphChild[] = [];
    // A heading that is gone has no number any more.
    if (level !== null && change?.how !== "deleted") {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      counts.fill(0, level);
      children.push(run(numeral(level, counts[level - 1] ?? 1), look));
    }
    for (const one of runs) children.push(trackedRun(change ? { ...one, change } : one, look, ++id));
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    return bodyParagraph(level, children, index === blocks.length - 1 && length <= SHORT);
  });
}

function trackedRun({ text, change }: TrackedRun, look: Look, id: number): ParagraphChild {
  if (!change) return run(text, look);
  const options = {
    ...lookOptions(look),
    text,
    id,
    author: change.by.name,
    date: new Date(change.by.at).toISOString(),
  };
  return change.how === "inserted" ? new InsertedTextRun(options) : new DeletedTextRun(options);
}

/** 附件说明: a line under the body, two characters in; names align under each other. */
export function attachments({ attachments: list }: Sheet): readonly Paragraph[] {
  return list.map(({ number, name }, index) => {
    const before = index === 0 ? "附件：" : "";
    const hang = 3 + (number ? number.length / 2 : 0);
    return paragraph({
      alignment: AlignmentType.LEFT,
      keepNext: true,
      indent: { left: characters(2 + hang), hanging: characters(before ? hang : hang - 3) },
      children: [run(`${before}${number}${name}`, { font: FONTS.body })],
    });
  });
}
