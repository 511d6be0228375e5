import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from "docx";
import { CLOSER, FONTS, type FontName, LINE, SIZE } from "../form";

export const twips = (points: number): number => Math.round(points * 20);
export const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** What a run looks like; every run names its font for each script, so that quotation marks and figures are set as Chinese. */
export interface Look {
  readonly font?: FontName;
  readonly size?: number;
  readonly color?: string;
}

export const lookOptions = ({ font = FONTS.body, size = SIZE.three, color }: Look) => ({
  font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: "eastAsia" },
  size: size * 2,
  sizeComplexScript: size * 2,
  ...(size === SIZE.three ? { characterSpacing: twips(CLOSER) } : {}),
  ...(color ? { color } : {}),
});

export const run = (text: string, look: Look = {}): TextRun => new TextRun({ text, ...lookOptions(look) });

/** Lines of an exact height: the same number a page whatever font stands in for a missing one. */
export const exactly = (points: number, before = 0, after = 0) => ({
  line: twips(points),
  lineRule: LineRuleType.EXACT,
  before: twips(before),
  after: twips(after),
});

/** The style of every paragraph: lines have their exact height and characters their distance, so that nothing snaps to the grid. */
export const PAPER_STYLE = "Paper";

const PLAIN: IParagraphOptions = {
  style: PAPER_STYLE,
  alignment: AlignmentType.BOTH,
  spacing: exactly(LINE),
  widowControl: false,
};

export const paragraph = (options: IParagraphOptions): Paragraph => new Paragraph({ ...PLAIN, ...options });

/** An empty line as high as one of the body, or as said. */
export const blank = (points: number = LINE, options: IParagraphOptions = {}): Paragraph =>
  paragraph({ ...options, spacing: exactly(points), children: [run("")] });

/** So many characters of the body, as an indent. */
export const characters = (count: number): number => twips(count * SIZE.three);
