import type { PaperDocument } from "@tianyan/api";

type Block = PaperDocument["body"][number];

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const chinese = (n: number): string =>
  `${n < 10 ? "" : `${DIGITS[Math.floor(n / 10)] ?? ""}十`}${DIGITS[n % 10] ?? ""}`.replace(/^一十/, "十");

const WORDS = [
  (n: number) => `${chinese(n)}、`,
  (n: number) => `（${chinese(n)}）`,
  (n: number) => `${n}.`,
  (n: number) => `（${n}）`,
] as const;

/** What stands before each block: headings are counted within the one above them, paragraphs are not. */
export function numeralsOf(body: readonly Block[]): readonly string[] {
  const counts = [0, 0, 0, 0];
  return body.map((block) => {
    if (block.type === "paragraph") return "";
    const place = block.level - 1;
    const count = (counts[place] ?? 0) + 1;
    counts.fill(0, place + 1);
    counts[place] = count;
    return WORDS[place]?.(count) ?? "";
  });
}
