/** Every escape, one after the other, so that a backslash is never taken for the begin of the next; six long, it is no text. */
const ESCAPES = /\\(?:u(?:0000|d[89ab-f][0-9a-f]{2})|.)/gi;

/** JSON that PostgreSQL can hold: NUL and halves of surrogate pairs become U+FFFD. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(ESCAPES, (sign) => (sign.length === 6 ? "\ufffd" : sign));

/** The same text for the same content, whatever the order of the keys. */
export function stableText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
