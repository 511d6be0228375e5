/** From `from` on, before `to`; null: without end, or without beginning. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

const bound = (at: number | null): string => (at === null ? "" : `"${new Date(at).toISOString()}"`);

const rangeText = ({ from, to }: Span): string => `${from === null ? "(" : "["}${bound(from)},${bound(to)})`;

const beginsAt = ({ from }: Span): number => from ?? Number.NEGATIVE_INFINITY;
const endsAt = ({ to }: Span): number => to ?? Number.POSITIVE_INFINITY;

/** Spans as PostgreSQL keeps them: in order, empty ones left out, those that touch or overlap made one. */
function united(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  const filled = spans.filter((span) => beginsAt(span) < endsAt(span));
  for (const span of filled.sort((a, b) => beginsAt(a) - beginsAt(b))) {
    const before = result.at(-1);
    if (before && beginsAt(span) <= endsAt(before))
      result[result.length - 1] = { from: before.from, to: endsAt(span) > endsAt(before) ? span.to : before.to };
    else result.push(span);
  }
  return result;
}

/** As PostgreSQL reads and writes a tstzmultirange, so that what was stored compares equal to what is stored again. */
export const multirangeText = (spans: readonly Span[]): string => `{${united(spans).map(rangeText).join(",")}}`;

/** What of `spans` lies in none of `others`, in order. */
export function withoutSpans(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const cut = (span: Span, other: Span): Span[] => [
    ...(beginsAt(other) > beginsAt(span) ? [{ from: span.from, to: earlier(span.to, other.from) }] : []),
    ...(endsAt(other) < endsAt(span) ? [{ from: later(span.from, other.to), to: span.to }] : []),
  ];
  return united(others).reduce((left, other) => left.flatMap((span) => cut(span, other)), united(spans));
}

const earlier = (end: number | null, other: number | null): number | null =>
  end === null || other === null ? (end ?? other) : Math.min(end, other);
const later = (start: number | null, other: number | null): number | null =>
  start === null || other === null ? (start ?? other) : Math.max(start, other);

/** Reads what PostgreSQL writes, `{["2021-10-28 07:05:00+00",)}`, into spans. */
export function readMultirange(text: string): Span[] {
  const spans: Span[] = [];
  for (const [, from = "", to = ""] of text.matchAll(/[[(]"?([^",]*)"?,"?([^",\])]*)"?[\])]/g))
    spans.push({ from: from === "" ? null : Date.parse(from), to: to === "" ? null : Date.parse(to) });
  return spans;
}
