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

/** As PostgreSQL reads a tstzrange that contains both of its ends. */
export const closedRangeText = (from: number, to: number | null): string =>
  `[${bound(from)},${bound(to)}${to === null ? ")" : "]"}`;

/** Reads what PostgreSQL writes, `{["2021-10-28 07:05:00+00",)}`, into spans. */
export function readMultirange(text: string): Span[] {
  const spans: Span[] = [];
  for (const [, from = "", to = ""] of text.matchAll(/[[(]"?([^",]*)"?,"?([^",\])]*)"?[\])]/g))
    spans.push({ from: from === "" ? null : Date.parse(from), to: to === "" ? null : Date.parse(to) });
  return spans;
}
