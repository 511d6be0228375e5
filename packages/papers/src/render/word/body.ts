import {
  AlignmentType,
  DeletedTextRun,
  InsertedTextRun,
  type IParagraphOptions,
  type Paragraph,
  type ParagraphChild,
} from "docx";
import type { Change, TrackedBlock, TrackedRun } from "../../changes/tracked";
import { CHARACTERS_A_LINE, headingFont } from "../form";
import { leadOf, numeral, type SetBlock, type Sheet } from "../sheet";
import { characters, type Look, lookOptions, paragraph, run } from "./parts";

/** 主送机关 flush left; every paragraph after it indented by two characters. */
export const addressed = ({ to }: Sheet): readonly Paragraph[] =>
  to ? [paragraph({ alignment: AlignmentType.LEFT, children: [run(to)] })] : [];

export const body = (blocks: readonly SetBlock[], hung: Hung): readonly Paragraph[] =>
  blocks.map((block, index) => {
    const { lead, rest } = leadOf(block);
    const last = index === blocks.length - 1;
    const children = [run(lead, { font: headingFont(block.level) }), ...(rest ? [run(rest)] : [])];
    return bodyParagraph(block.level, lead + rest, last, { children: last ? [...children, ...hung] : children });
  });

/** What hangs on the last paragraph before the signature. */
type Hung = readonly ParagraphChild[];

/** A paragraph of more characters, four lines, is not kept with what follows: it would leave its page as a whole. */
const SHORT = 4 * CHARACTERS_A_LINE;
export const isShort = (text: string): boolean => text.length <= SHORT;

/**
 * A heading that is a line of its own stays with what follows it, and a short end with the signature, so that no seal stands alone on a
 * page (7.3.5.4).
 */
function bodyParagraph(level: SetBlock["level"], text: string, last: boolean, options: IParagraphOptions): Paragraph {
  const heading = level !== null && !text.includes("。");
  return paragraph({
    indent: { firstLine: characters(2), firstLineChars: 200 },
    keepNext: heading || (last && isShort(text)),
    ...(heading ? { outlineLevel: level - 1 } : {}),
    ...options,
  });
}

interface Revision {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}

/** The body with revisions that Word lets one accept or reject. */
export function trackedBody(blocks: readonly TrackedBlock[], hung: Hung): readonly Paragraph[] {
  const counts = [0, 0, 0, 0];
  let id = 0;
  const revision = ({ by }: NonNullable<Change>): Revision => ({
    id: ++id,
    author: by.name,
    date: new Date(by.at).toISOString(),
  });
  const tracked = ({ text, change }: TrackedRun, look: Look): ParagraphChild => {
    if (!change) return run(text, look);
    const options = { ...lookOptions(look), text, ...revision(change) };
    return change.how === "inserted" ? new InsertedTextRun(options) : new DeletedTextRun(options);
  };
  return blocks.map(({ level, change, runs }, index) => {
    const children: ParagraphChild[] = [];
    const look: Look = { font: headingFont(level) };
    // A heading that is gone has no number any more.
    if (level !== null && change?.how !== "deleted") {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      counts.fill(0, level);
      children.push(run(numeral(level, counts[level - 1] ?? 1), look));
    }
    const { lead, rest } = leadOfRuns(runs);
    for (const one of lead) children.push(tracked(one, look));
    for (const one of rest) children.push(tracked(one, level === null ? look : {}));
    if (index === blocks.length - 1) children.push(...hung);
    const text = runs.map((one) => one.text).join("");
    return bodyParagraph(level, text, index === blocks.length - 1, {
      children,
      // The end of a paragraph is inserted or deleted too: else an empty one would be left.
      ...(change ? { run: { [change.how === "inserted" ? "insertion" : "deletion"]: revision(change) } } : {}),
    });
  });
}

/** Runs up to the first full stop that stands, and those after it. */
function leadOfRuns(runs: readonly TrackedRun[]): Readonly<Record<"lead" | "rest", readonly TrackedRun[]>> {
  const at = runs.findIndex(({ text, change }) => change?.how !== "deleted" && text.includes("。"));
  const one = runs[at];
  if (!one) return { lead: runs, rest: [] };
  const stop = one.text.indexOf("。") + 1;
  const after = { ...one, text: one.text.slice(stop) };
  return {
    lead: [...runs.slice(0, at), { ...one, text: one.text.slice(0, stop) }],
    rest: [...(after.text ? [after] : []), ...runs.slice(at + 1)],
  };
}

/** 附件说明: a line under the body, two characters in; names align under each other. */
export function attachments({ attachments: list }: Sheet, hung: Hung): readonly Paragraph[] {
  return list.map(({ number, name }, index) => {
    const before = index === 0 ? "附件：" : "";
    const hang = 3 + (number ? number.length / 2 : 0);
    return paragraph({
      alignment: AlignmentType.LEFT,
      keepNext: true,
      indent: { left: characters(2 + hang), hanging: characters(before ? hang : hang - 3) },
      children: [run(`${before}${number}${name}`), ...(index === list.length - 1 ? hung : [])],
    });
  });
}
