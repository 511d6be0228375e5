import type { Paper } from "../paper/paper";
import { spansText } from "../paper/paper";
import { sheetOf } from "./sheet";

/** The paper as plain text: for mail, search, and people who listen. Indented by two characters as it is set. */
export function renderText(paper: Paper): string {
  const sheet = sheetOf(paper);
  const lines = [
    ...(sheet.urgency ? [sheet.urgency] : []),
    ...sheet.markLines,
    ...(sheet.number ? [sheet.number] : []),
    "",
    sheet.titleLines.join(""),
    "",
    ...(sheet.to ? [sheet.to] : []),
    ...sheet.blocks.map(({ numeral, spans }) => `　　${numeral}${spansText(spans)}`),
    ...sheet.attachments.map(({ number, name }, index) => `　　${index === 0 ? "附件：" : "　　　"}${number}${name}`),
    "",
    ...[sheet.signature, sheet.date, sheet.note].filter((line) => line !== ""),
  ];
  const imprint = [
    ...(sheet.copyTo ? [`抄送：${sheet.copyTo}`] : []),
    ...(sheet.form === "document" ? [[sheet.printedBy, sheet.printedOn].filter((part) => part !== "").join("　")] : []),
  ];
  return `${[...lines, ...(imprint.length > 0 ? ["", ...imprint] : [])].join("\n")}\n`;
}
