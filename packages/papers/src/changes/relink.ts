import { type Span, spansText } from "../paper/paper";
import { stretches } from "./tracked";

/**
 * The spans of a text that somebody edited as a whole: what was filled in from the data and stayed as it was keeps its fact; everything
 * else is theirs.
 */
export function relink(before: readonly Span[], text: string): readonly Span[] {
  const stayed = stretches(spansText(before), text);
  const spans: Span[] = [];
  let done = 0;
  let start = 0;
  for (const span of before) {
    const end = start + span.text.length;
    const found = span.fact && stayed.find(([a, , length]) => a <= start && end <= a + length);
    if (found) {
      const at = found[1] + start - found[0];
      if (at > done) spans.push({ text: text.slice(done, at) });
      spans.push(span);
      done = at + span.text.length;
    }
    start = end;
  }
  if (done < text.length) spans.push({ text: text.slice(done) });
  return spans;
}
