import type { Paper, Span } from "../paper/paper";
import { spansText } from "../paper/paper";
import { headingFont, markSize, SIZE, sealMiddle, widthOf } from "./form";
import { printStyle } from "./html-style";
import { leadOf, type SetBlock, type Sheet, sheetOf } from "./sheet";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

/**
 * The print view: one HTML document in the same form, whole in itself, without scripts. What was filled in stands in
 * `<span data-fact data-orders>`, orders as `source/id` in a JSON list.
 */
export function renderHtml(paper: Paper): string {
  const sheet = sheetOf(paper);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(spansText(paper.title))}</title>
<style>${printStyle(sheet.form)}</style>
</head>
<body>
<article class="paper ${sheet.form}">
${[...head(sheet), title(paper, sheet), ...content(paper, sheet), ...tail(sheet)].join("\n")}
</article>
</body>
</html>
`;
}

const line = (name: string, text: string, style = ""): string =>
  text === "" ? "" : `<p class="${name}"${style && ` style="${style}"`}>${escaped(text)}</p>`;

function head(sheet: Sheet): readonly string[] {
  const mark = sheet.markLines.map((text) => line("mark", text, `font-size:${markSize(sheet.markLines)}pt`)).join("");
  const number = `<p class="number">${escaped(sheet.number) || "&nbsp;"}</p>`;
  return sheet.form === "letter"
    ? [`<header>${mark}<hr></header>`, number, line("urgency", sheet.urgency ?? "")]
    : [`<header>${line("urgency", sheet.urgency ?? "")}${mark}${number}<hr></header>`];
}

const title = (paper: Paper, { titleLines }: Sheet): string =>
  `<h1>${titleLines.length > 1 ? titleLines.map(escaped).join("<br>") : linked(paper.title)}</h1>`;

const content = (paper: Paper, sheet: Sheet): readonly string[] => [
  sheet.to ? `<p class="to">${paper.to.map((span) => linked([span])).join("、")}：</p>` : "",
  ...sheet.blocks.map(block),
  sheet.attachments.length > 0
    ? `<ol class="attachments">${sheet.attachments
        .map(
          ({ number, name }, index) =>
            `<li><span>${index === 0 ? "附件：" : ""}</span><span>${number}</span>${escaped(name)}</li>`,
        )
        .join("")}</ol>`
    : "",
];

function block(one: SetBlock): string {
  if (one.level === null) return `<p>${linked(one.spans)}</p>`;
  const { lead } = leadOf(one);
  const [first, rest] = cut(one.spans, lead.length - one.numeral.length);
  const font = headingFont(one.level);
  const alone = rest.length === 0 && !lead.endsWith("。");
  return `<h${one.level + 1}${alone ? ' class="alone"' : ""}><span style="font-family:'${font}',${FALLBACK[font] ?? "serif"}">${one.numeral}${linked(
    first,
  )}</span>${linked(rest)}</h${one.level + 1}>`;
}

const FALLBACK: Readonly<Record<string, string>> = {
  黑体: "SimHei,'Noto Sans CJK SC',sans-serif",
  楷体_GB2312: "KaiTi,楷体,serif",
  仿宋_GB2312: "FangSong,仿宋,serif",
};

/** Spans up to so many characters, and the rest of them. */
function cut(spans: readonly Span[], length: number): readonly [readonly Span[], readonly Span[]] {
  const before: Span[] = [];
  const after: Span[] = [];
  let left = length;
  for (const span of spans) {
    if (left > 0) before.push({ ...span, text: span.text.slice(0, left) });
    if (left < span.text.length) after.push({ ...span, text: span.text.slice(Math.max(0, left)) });
    left -= span.text.length;
  }
  return [before, after];
}

const linked = (spans: readonly Span[]): string =>
  spans
    .map(({ text, fact }) =>
      fact
        ? `<span data-fact="${escaped(fact.id)}" data-orders="${escaped(
            JSON.stringify(fact.orders.map(({ source, orderId }) => `${source}/${orderId}`)),
          )}">${escaped(text)}</span>`
        : escaped(text),
    )
    .join("");

function tail(sheet: Sheet): readonly string[] {
  const middle = sealMiddle(sheet.signature, sheet.date);
  const ends = (text: string): string => `padding-right:${(middle - widthOf(text) / 2) * SIZE.three}pt`;
  const copies = line("copies", sheet.copyTo ? `抄送：${sheet.copyTo}` : "");
  const printed = `<p class="printed"><span>${escaped(sheet.printedBy)}</span><span>${escaped(sheet.printedOn)}</span></p>`;
  return [
    `<div class="signed">${line("signature", sheet.signature, ends(sheet.signature))}${line("date", sheet.date, ends(sheet.date))}</div>`,
    line("note", sheet.note),
    `<footer>${copies}${sheet.form === "document" ? printed : ""}</footer>`,
  ].filter((part) => part !== "");
}
