import { AlignmentType, BorderStyle, type IBorderOptions, type Paragraph } from "docx";
import { FONTS, LINE, markSize, PAGE, RED, SIZE, TITLE_LINE } from "../form";
import type { Sheet } from "../sheet";
import { blank, exactly, mm, paragraph, run } from "./parts";

const points = (millimetres: number): number => (millimetres / 25.4) * 72;
const redLine = (eighths: number): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size: eighths,
  color: RED,
  space: 0,
});

/** 版头 of a document: the mark 35 mm below the type area's edge, the number two lines under it, a red line 4 mm under that. */
export function documentHead(sheet: Sheet): readonly Paragraph[] {
  const size = markSize(sheet.markLines);
  const lead = size * 0.15;
  return [
    sheet.urgency
      ? paragraph({ alignment: AlignmentType.LEFT, children: [run(sheet.urgency, { font: FONTS.heading1 })] })
      : blank(),
    ...sheet.markLines.map((line, index) =>
      paragraph({
        alignment: AlignmentType.CENTER,
        spacing: exactly(size * 1.3, index === 0 ? points(35) - LINE - lead : 0),
        children: [run(line, { font: FONTS.title, size, color: RED })],
      }),
    ),
    blank(),
    blank(),
    paragraph({ alignment: AlignmentType.CENTER, spacing: exactly(LINE), children: [run(sheet.number)] }),
    paragraph({
      spacing: exactly(points(4) - (LINE - SIZE.three) / 2),
      border: { bottom: redLine(12) },
      children: [run("", { size: 1 })],
    }),
    blank(),
    blank(),
    ...title(sheet),
    blank(),
  ];
}

/** 信函格式: what stands under the head; the head itself is in the first page's header. */
export function letterHead(sheet: Sheet): readonly Paragraph[] {
  return [
    paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: exactly(LINE),
      children: [run(sheet.number)],
    }),
    ...(sheet.urgency
      ? [paragraph({ alignment: AlignmentType.LEFT, children: [run(sheet.urgency, { font: FONTS.heading1 })] })]
      : []),
    blank(),
    blank(),
    ...title(sheet),
    blank(),
  ];
}

const title = ({ titleLines }: Sheet): readonly Paragraph[] =>
  titleLines.map((line) =>
    paragraph({
      alignment: AlignmentType.CENTER,
      spacing: exactly(TITLE_LINE),
      keepNext: true,
      children: [run(line, { font: FONTS.title, size: SIZE.two })],
    }),
  );

/** Lines of 170 mm on a type area of 156 mm. */
const WIDE = { left: -mm(PAGE.left - 20), right: -mm(PAGE.right - 20) };
const THICK = redLine(18);
const THIN = redLine(6);

/** A double red line, thick above or below. */
export const doubleLine = (thick: "above" | "below"): Paragraph =>
  paragraph({
    indent: WIDE,
    spacing: exactly(2),
    border: thick === "above" ? { top: THICK, bottom: THIN } : { top: THIN, bottom: THICK },
    children: [run("", { size: 1 })],
  });

/** The header of a letter's first page: the mark 30 mm from the page's edge, and 4 mm under it a double line. */
export function letterMark(sheet: Sheet): readonly Paragraph[] {
  const size = markSize(sheet.markLines);
  return [
    ...sheet.markLines.map((line) =>
      paragraph({
        alignment: AlignmentType.CENTER,
        spacing: exactly(size * 1.1),
        children: [run(line, { font: FONTS.title, size, color: RED })],
      }),
    ),
    blank(points(4) - size * 0.1),
    doubleLine("above"),
    // The first element stands seven eighths of a character under the line.
    blank((SIZE.three * 7) / 8 - (LINE - SIZE.three) / 2),
  ];
}
