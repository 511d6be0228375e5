import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  type IBorderOptions,
  type IParagraphOptions,
  type Paragraph,
  TabStopType,
  VerticalPositionAlign,
} from "docx";
import { LINE, PAGE, SIZE, sealIndents } from "../form";
import type { Sheet } from "../sheet";
import { blank, characters, exactly, mm, paragraph, run, twips } from "./parts";

/** Lines left for a seal of 42 mm, which covers signature and date and begins within a line of the body. */
const SEAL_LINES = 2;

export function signed({ signature, date, note }: Sheet): readonly Paragraph[] {
  const indents = sealIndents(signature, date);
  const right = (text: string, indent: number, keepNext: boolean): Paragraph =>
    paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(characters(indent)) },
      keepNext,
      children: [run(text)],
    });
  return [
    ...Array.from({ length: SEAL_LINES }, () => blank(LINE, { keepNext: true })),
    right(signature, indents.signature, true),
    right(date, indents.date, note !== ""),
    ...(note ? [paragraph({ indent: { firstLine: characters(2), firstLineChars: 200 }, children: [run(note)] })] : []),
  ];
}

const line = (eighths: number): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size: eighths,
  color: "000000",
  space: 0,
});
/** 0.35 mm and 0.25 mm. */
const THICK = line(8);
const THIN = line(6);
const IMPRINT_LINE = 24;

/**
 * 版记 at the foot of the last page's type area: 抄送, and under it who printed when. Frames of the same place are one frame; it stands
 * where its anchor stands, after the date.
 */
export function imprint({ form, copyTo, printedBy, printedOn }: Sheet): readonly Paragraph[] {
  const frame: IParagraphOptions = {
    frame: {
      type: "alignment",
      alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
      width: mm(PAGE.width - PAGE.left - PAGE.right),
      wrap: FrameWrap.NOT_BESIDE,
    },
    spacing: exactly(IMPRINT_LINE),
  };
  const four = { size: SIZE.four };
  const em = twips(SIZE.four);
  const letter = form === "letter";
  const copies = copyTo
    ? [
        paragraph({
          ...frame,
          indent: { left: em * 4, right: em, hanging: em * 3 },
          border: letter ? {} : { top: THICK, bottom: THIN },
          children: [run(`抄送：${copyTo}`, four)],
        }),
      ]
    : [];
  // A letter's has neither lines nor printer (10.1).
  if (letter) return copies;
  return [
    ...copies,
    paragraph({
      ...frame,
      alignment: AlignmentType.LEFT,
      indent: { left: em, right: em },
      tabStops: [{ type: TabStopType.RIGHT, position: mm(PAGE.width - PAGE.left - PAGE.right) - em }],
      border: copyTo ? { bottom: THICK } : { top: THICK, bottom: THICK },
      children: [run(`${printedBy}\t${printedOn}`, four)],
    }),
  ];
}
