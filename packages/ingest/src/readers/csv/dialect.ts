/** How a file separates its fields and its records. */
export interface Dialect {
  readonly delimiter: (typeof DELIMITERS)[number];
  /** A lone CR only where the first line ends with one; LF stands for CRLF too. */
  readonly newline: "\n" | "\r";
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
const LINES = 30;

/** As in the splitter, a quote opens a field only as its first character. */
const opensField = (head: string, at: number): boolean => at === 0 || ",;\t|\n\r".includes(head.charAt(at - 1));

/** How many of each delimiter the first lines have outside of quotes. */
function countDelimiters(head: string): { readonly lines: readonly number[][]; readonly newline: Dialect["newline"] } {
  const lines: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let quoted = false;
  let newline: Dialect["newline"] = "\n";
  let index = 0;
  for (; index < head.length && lines.length < LINES; index++) {
    const char = head.charAt(index);
    if (char === '"' && (quoted || opensField(head, index))) quoted = !quoted;
    if (quoted) continue;
    const alone = char === "\r" && head.charAt(index + 1) !== "\n" && index + 1 < head.length;
    if (alone && lines.length === 0) newline = "\r";
    if (char === newline) {
      lines.push(counts);
      counts = DELIMITERS.map(() => 0);
      continue;
    }
    const at = DELIMITERS.indexOf(char as Dialect["delimiter"]);
    if (at !== -1) counts[at] = (counts[at] ?? 0) + 1;
  }
  // A line that the head cuts off says less than it holds.
  if (lines.length === 0 || (index === head.length && index < 4096)) lines.push(counts);
  return { lines, newline };
}

/**
 * The delimiter of which most of the first lines have equally many, so that a title above the header tells nothing; of several, the one
 * they have most of; a comma where there is none. `head` is the start of the file.
 */
export function detectDialect(head: string): Dialect {
  const { lines, newline } = countDelimiters(head);
  let best = { delimiter: DELIMITERS[0] as Dialect["delimiter"], agreeing: 0, fields: 0 };
  DELIMITERS.forEach((delimiter, at) => {
    const counts = new Map<number, number>();
    for (const line of lines) if (line[at]) counts.set(line[at], (counts.get(line[at]) ?? 0) + 1);
    for (const [fields, agreeing] of counts) {
      if (agreeing > best.agreeing || (agreeing === best.agreeing && fields > best.fields))
        best = { delimiter, agreeing, fields };
    }
  });
  return { delimiter: best.delimiter, newline };
}
