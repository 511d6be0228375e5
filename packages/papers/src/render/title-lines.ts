import type { Span } from "../paper/paper";

/** 2号 characters that fit across the type area. */
const LONGEST = 20;

/** After these a title may be broken; never before. */
const BREAK_AFTER = /[、，和与及的]|关于/u;
const NEVER_FIRST = /^[的、，）》”]/u;

/**
 * A title in lines of about the same length, each whole in its words: broken only between filled-in facts and words of ours, or after a
 * word that joins. Where nothing of it fits, at the length. A line break that somebody typed is kept.
 */
export function titleLines(title: readonly Span[]): readonly string[] {
  const text = title.map((span) => span.text).join("");
  if (text.includes("\n")) return text.split("\n");
  const count = Math.ceil(text.length / LONGEST);
  if (count <= 1) return [text];
  const breaks = placesToBreak(title, text);
  const lines: string[] = [];
  let start = 0;
  for (let left = count; left > 1; left--) {
    const rest = text.length - start;
    // What is left must fit into the lines that are left.
    const fits = breaks.filter((at) => at > start && at - start <= LONGEST && text.length - at <= LONGEST * (left - 1));
    const even = start + rest / left;
    const best = fits.reduce<number | null>(
      (found, at) => (found === null || Math.abs(at - even) < Math.abs(found - even) ? at : found),
      null,
    );
    const end = best ?? Math.min(start + LONGEST, Math.ceil(even));
    lines.push(text.slice(start, end));
    start = end;
  }
  return [...lines, text.slice(start)];
}

function placesToBreak(title: readonly Span[], text: string): readonly number[] {
  const places = new Set<number>();
  let at = 0;
  for (const span of title) {
    places.add(at);
    at += span.text.length;
    places.add(at);
    if (span.fact) continue;
    for (const match of span.text.matchAll(new RegExp(BREAK_AFTER, "gu")))
      places.add(at - span.text.length + match.index + match[0].length);
  }
  return [...places].filter((place) => place > 0 && place < text.length && !NEVER_FIRST.test(text.slice(place)));
}
