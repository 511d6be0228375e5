import type { PaperForm } from "../paper/forms";
import { CHARACTER_PITCH, LINE, PAGE, SIZE, TITLE_LINE } from "./form";

const closer = CHARACTER_PITCH - SIZE.three;

/** A page number, one character within the type area, which begins so many millimetres within the page's margins. */
const pageNumber = (side: "left" | "right", within: number): string =>
  `@page :${side} { @bottom-${side} { content: "— " counter(page) " —"; font: ${SIZE.four}pt SimSun, 宋体, serif; vertical-align: top; padding-top: 5mm; padding-${side}: calc(1em + ${within}mm); } }`;

/** Lines of a letter are 170 mm wide: browsers print nothing beyond the margins, so these are narrower and the text stands within. */
const WIDE = { left: PAGE.left - 20, right: PAGE.right - 20 } as const;

const PAGES: Readonly<Record<PaperForm, string>> = {
  document: `
@page { size: A4; margin: ${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm; }
${pageNumber("right", 0)}
${pageNumber("left", 0)}`,
  letter: `
@page { size: A4; margin: ${PAGE.top}mm 20mm ${PAGE.bottom}mm; }
${pageNumber("right", WIDE.right)}
${pageNumber("left", WIDE.left)}
@page :first { margin-top: 30mm; @bottom-right { content: none; } @bottom-center { content: ""; width: 100%; height: 5pt; margin-top: 13mm; vertical-align: top; border: solid #f00; border-width: .75pt 0 2.25pt; } }`,
};

/** The form of GB/T 9704-2012 for browsers: pages when printed, one long sheet on the screen. */
export const printStyle = (form: PaperForm): string => `${PAGES[form]}
${STYLE}`;

const STYLE = `
* { box-sizing: border-box; margin: 0; padding: 0; }
body { color: #000; background: #fff; }
.paper { font: ${SIZE.three}pt/${LINE}pt 仿宋_GB2312, FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif; letter-spacing: ${closer.toFixed(3)}pt; text-align: justify; text-spacing-trim: space-all; text-autospace: no-autospace; hanging-punctuation: allow-end; }
.paper p, .paper h2, .paper h3, .paper h4, .paper h5 { font-size: inherit; font-weight: normal; text-indent: 2em; orphans: 1; widows: 1; }
.paper .alone { break-after: avoid; }
.paper .mark { color: #f00; font-family: 方正小标宋简体, "FZXiaoBiaoSong-B05S", SimSun, 宋体, "Noto Serif CJK SC", serif; line-height: 1.3; letter-spacing: normal; text-align: center; text-indent: 0; white-space: nowrap; }
.paper .urgency { font-family: 黑体, SimHei, sans-serif; text-indent: 0; }
.document header { padding-top: 35mm; position: relative; }
.document .urgency { position: absolute; top: 0; }
.document .number { margin-top: ${2 * LINE}pt; text-align: center; text-indent: 0; }
.document hr { border: 0; border-top: 1.5pt solid #f00; margin: calc(4mm - ${(LINE - SIZE.three) / 2}pt) 0 ${2 * LINE}pt; }
.letter { padding: 0 ${WIDE.right}mm 0 ${WIDE.left}mm; }
.letter header { margin: 0 -${WIDE.right}mm 0 -${WIDE.left}mm; }
.letter hr { border: solid #f00; border-width: 2.25pt 0 .75pt; height: 5pt; margin: 4mm 0 7pt; }
.letter .number { text-align: right; text-indent: 0; margin-bottom: ${2 * LINE}pt; }
.paper h1 { font: ${SIZE.two}pt/${TITLE_LINE}pt 方正小标宋简体, "FZXiaoBiaoSong-B05S", SimSun, 宋体, "Noto Serif CJK SC", serif; letter-spacing: normal; text-align: center; margin-bottom: ${LINE}pt; break-after: avoid; }
.paper .to { text-indent: 0; text-align: left; }
.attachments { list-style: none; margin: ${LINE}pt 0 0 5em; }
.attachments li { position: relative; text-align: left; }
.attachments li > span:first-child { position: absolute; left: -3em; }
.signed { padding-top: ${2 * LINE}pt; break-inside: avoid; break-before: avoid; }
.paper .signature, .paper .date { text-align: right; text-indent: 0; }
.paper footer { break-inside: avoid; margin-top: ${2 * LINE}pt; font-size: ${SIZE.four}pt; line-height: 24pt; letter-spacing: normal; }
.document footer { border-top: .35mm solid #000; border-bottom: .35mm solid #000; }
.paper .copies { padding: 0 1em 0 4em; text-indent: -3em; }
.document .copies { border-bottom: .25mm solid #000; }
.paper .printed { display: flex; justify-content: space-between; padding: 0 1em; text-indent: 0; }
@media screen {
  body { background: #e8e8e8; }
  .paper { background: #fff; width: ${PAGE.width}mm; min-height: ${PAGE.height}mm; margin: 8mm auto; padding: ${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm; }
  .paper.letter { padding-top: 30mm; }
}
`;
