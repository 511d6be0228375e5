/** From `from` on, before `to`; null: without end, or without beginning. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

const bound = (at: number | null): string => (at === null ? "" : `"${new Date(at).toISOString()}"`);

const rangeText = ({ from, to }: Span): string => `${from === null ? "(" : "["}${bound(from)},${bound(to)})`;

/** As PostgreSQL reads a tstzmultirange; empty spans are left out. */
export const multirangeText = (spans: readonly Span[]): string =>
  `{${spans
    .filter(({ from, to }) => from === null || to === null || from < to)
    .map(rangeText)
    .join(",")}}`;

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
