/** How a file separates its fields and its records. */
export interface Dialect {
  readonly delimiter: "," | ";" | "\t";
  /** A lone CR only where the header line ends with one; LF stands for CRLF too. */
  readonly newline: "\n" | "\r";
}

const DELIMITERS = [",", ";", "\t"] as const;

/** The delimiter that the header line has most of outside of quotes, a comma where it has none. `head` is the start of the file. */
export function detectDialect(head: string): Dialect {
  const counts: Record<string, number> = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  let newline: Dialect["newline"] = "\n";
  for (let index = 0; index < head.length; index++) {
    const char = head.charAt(index);
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === "\r" && head.charAt(index + 1) !== "\n" && index + 1 < head.length) newline = "\r";
    if (char === "\n" || char === "\r") break;
    const count = counts[char];
    if (count !== undefined) counts[char] = count + 1;
  }
  let delimiter: Dialect["delimiter"] = ",";
  for (const candidate of DELIMITERS) if ((counts[candidate] ?? 0) > (counts[delimiter] ?? 0)) delimiter = candidate;
  return { delimiter, newline };
}
