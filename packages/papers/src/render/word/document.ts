import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  ImportedXmlComponent,
  type IStylesOptions,
  Packer,
  PageNumber,
  type Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { TrackedBlock } from "../../changes/tracked";
import type { Paper } from "../../paper/paper";
import { spansText } from "../../paper/paper";
import { CHARACTER_PITCH, FONTS, LINE, PAGE, SIZE } from "../form";
import { type Sheet, sheetOf } from "../sheet";
import { addressed, attachments, body, isShort, trackedBody } from "./body";
import { documentHead, doubleLine, letterHead, letterMark } from "./head";
import { blank, characters, exactly, lookOptions, mm, PAPER_STYLE, paragraph, run, twips } from "./parts";
import { coreProperties, steadyZip } from "./steady";
import { imprint, signed } from "./tail";

/**
 * The paper as a Word file in the form of GB/T 9704-2012. The same paper is the same bytes. With `changes` the body is set with its
 * revisions, which Word shows and lets one accept; the rest is as in `paper`.
 */
export async function renderDocx(
  paper: Paper,
  { changes }: { readonly changes?: readonly TrackedBlock[] } = {},
): Promise<Uint8Array> {
  const sheet = sheetOf(paper);
  const letter = sheet.form === "letter";
  const document = new Document({
    title: spansText(paper.title),
    creator: paper.signature,
    lastModifiedBy: paper.signature,
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    compatibility: { balanceSingleByteDoubleByteWidth: true, useFELayout: true },
    styles: STYLES,
    sections: [
      {
        properties: {
          titlePage: letter,
          page: {
            size: { width: mm(PAGE.width), height: mm(PAGE.height) },
            margin: {
              top: mm(PAGE.top),
              bottom: mm(PAGE.bottom),
              left: mm(PAGE.left),
              right: mm(PAGE.right),
              header: mm(letter ? 30 : 15),
              footer: mm(FOOTER),
              gutter: 0,
            },
          },
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: twips(LINE),
            charSpace: Math.round((CHARACTER_PITCH - SIZE.three) * 4096),
          },
        },
        ...(letter ? { headers: { first: new Header({ children: [...letterMark(sheet)] }) } } : {}),
        footers: {
          default: pageNumber("right"),
          even: pageNumber("left"),
          ...(letter ? { first: letterFoot() } : {}),
        },
        children: [...content(sheet, changes)],
      },
    ],
  });
  return steadyZip(await Packer.pack(document, "uint8array", false, [coreProperties(paper)]));
}

const WHOLE = lookOptions({});

/** Word counts its grid, 22 lines of 28 characters, from the size of the style Normal. */
const STYLES: IStylesOptions = {
  default: { document: { run: { ...WHOLE, language: { value: "zh-CN", eastAsia: "zh-CN" } } } },
  paragraphStyles: [{ id: "Normal", name: "Normal", quickFormat: true, run: WHOLE }],
  importedStyles: [
    ImportedXmlComponent.fromXmlString(
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${PAPER_STYLE}"><w:name w:val="公文"/><w:basedOn w:val="Normal"/><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/></w:pPr><w:rPr><w:snapToGrid w:val="0"/></w:rPr></w:style>`,
    ),
  ],
};

/** The page number's dashes stand 7 mm under the type area. */
const FOOTER = 25.5;

function content(sheet: Sheet, changes: readonly TrackedBlock[] | undefined): readonly Paragraph[] {
  const box = imprint(sheet);
  const last = sheet.blocks.at(-1);
  // With what is kept with the signature; a long last paragraph is not, and may end on the page before.
  const holder =
    sheet.attachments.length > 0 ? "attachments" : last && isShort(spansText(last.spans)) ? "body" : "seal";
  const hung = (place: typeof holder): readonly ParagraphChild[] => (place === holder ? box : []);
  return [
    ...(sheet.form === "letter" ? letterHead(sheet) : documentHead(sheet)),
    ...addressed(sheet),
    ...(changes ? trackedBody(changes, hung("body")) : body(sheet.blocks, hung("body"))),
    ...(sheet.attachments.length > 0 ? [blank(LINE, { keepNext: true })] : []),
    ...attachments(sheet, hung("attachments")),
    ...signed(sheet, hung("seal")),
  ];
}

/** — 1 —: 4号 half-width 宋体, one character from the outer edge. */
function pageNumber(side: "left" | "right"): Footer {
  const look = lookOptions({ font: FONTS.page, size: SIZE.four });
  return new Footer({
    children: [
      paragraph({
        alignment: side === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: characters(SIZE.four / SIZE.three) },
        spacing: exactly(SIZE.four),
        children: [
          run("— ", { font: FONTS.page, size: SIZE.four }),
          new TextRun({ ...look, children: [PageNumber.CURRENT] }),
          run(" —", { font: FONTS.page, size: SIZE.four }),
        ],
      }),
    ],
  });
}

/** A letter's first page has no number, and a double line 20 mm above the page's edge. */
const letterFoot = (): Footer => new Footer({ children: [doubleLine("below"), blank(((FOOTER - 20) / 25.4) * 72)] });
