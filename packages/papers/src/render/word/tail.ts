import {
  AlignmentType,
  BorderStyle,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  type Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
  WpsShapeRun,
} from "docx";
import { PAGE, SIZE, sealMiddle, widthOf } from "../form";
import type { Sheet } from "../sheet";
import { characters, exactly, lookOptions, mm, paragraph, run, twips } from "./parts";

const AREA = mm(PAGE.width - PAGE.left - PAGE.right);

/** Lines left for a seal of 42 mm, which covers signature and date and begins within a line of the body. */
const SEAL_LINES = 2;

/** Space for the seal, signature and date, one paragraph that no page divides. */
export function signed({ signature, date, note }: Sheet, hung: readonly ParagraphChild[]): readonly Paragraph[] {
  const middle = sealMiddle(signature, date);
  // Centred between indents as far from the middle on one side as on the other.
  const half = Math.min(middle, Math.max(widthOf(signature), widthOf(date)) / 2 + 1);
  return [
    paragraph({
      alignment: AlignmentType.CENTER,
      keepLines: true,
      keepNext: note !== "",
      indent: { left: AREA - Math.round(characters(middle + half)), right: Math.round(characters(middle - half)) },
      children: [
        ...hung,
        new TextRun({ ...lookOptions({}), break: SEAL_LINES }),
        run(signature),
        new TextRun({ ...lookOptions({}), break: 1 }),
        run(date),
      ],
    }),
    ...(note ? [paragraph({ indent: { firstLine: characters(2), firstLineChars: 200 }, children: [run(note)] })] : []),
  ];
}

/** 0.35 mm and 0.25 mm. */
const THICK = 8;
const THIN = 6;
const IMPRINT_LINE = 24;
const RULE_LINE = 2;
const EM = twips(SIZE.four);
const twipsToPoints = (length: number): number => length / 20;
/** Drawings are measured in pixels of 1/96 inch. */
const pixels = (points: number): number => (points * 96) / 72;

const rule = (eighths: number): Paragraph =>
  paragraph({
    spacing: exactly(RULE_LINE),
    border: { bottom: { style: BorderStyle.SINGLE, size: eighths, color: "000000", space: 0 } },
    children: [run("", { size: 1 })],
  });

/** Lines that a text takes beside 抄送： and with a character left free on both sides. */
const linesOf = (text: string): number => Math.ceil(widthOf(text) / Math.floor((AREA - 5 * EM) / EM));

/**
 * 版记: 抄送, and under it who printed when, between lines as wide as the type area. A box at the foot of the type area that hangs on the
 * paragraph it is put in: one that is on the last page. A letter's has neither lines nor printer (10.1). Empty where there is nothing to say.
 */
export function imprint({ form, copyTo, printedBy, printedOn }: Sheet): readonly WpsShapeRun[] {
  const letter = form === "letter";
  const four = { size: SIZE.four };
  const copies = paragraph({
    spacing: exactly(IMPRINT_LINE),
    indent: { left: EM * 4, right: EM, hanging: EM * 3 },
    children: [run(`抄送：${copyTo}`, four)],
  });
  const printed = paragraph({
    alignment: AlignmentType.LEFT,
    spacing: exactly(IMPRINT_LINE),
    indent: { left: EM, right: EM },
    tabStops: [{ type: TabStopType.RIGHT, position: AREA - EM }],
    children: [run(`${printedBy}\t${printedOn}`, four)],
  });
  const above = copyTo ? (letter ? [copies] : [copies, rule(THIN)]) : [];
  const children = letter ? above : [rule(THICK), ...above, printed, rule(THICK)];
  if (children.length === 0) return [];
  const rules = letter ? 0 : above.length === 0 ? 2 : 3;
  const height = (linesOf(copyTo) + (letter ? 0 : 1)) * IMPRINT_LINE + rules * RULE_LINE;
  return [
    new WpsShapeRun({
      type: "wps",
      children,
      transformation: { width: pixels(twipsToPoints(AREA)), height: pixels(height) },
      bodyProperties: { margins: { top: 0, bottom: 0, left: 0, right: 0 } },
      altText: { id: "1", name: "版记", description: "版记" },
      floating: {
        horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.LEFT },
        verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, align: VerticalPositionAlign.BOTTOM },
        wrap: { type: TextWrappingType.TOP_AND_BOTTOM },
      },
    }),
  ];
}
