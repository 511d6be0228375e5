import { jsonText } from "./json";
import type { StagedRow } from "./staged-rows";

const SPECIAL = /[\\\t\n\r\0]/;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  // PostgreSQL cannot hold it; halves of surrogate pairs become U+FFFD by being encoded.
  "\0": "\ufffd",
};
const NONE = "\\N";

/** A field of COPY's text form. */
const field = (text: string | null): string => {
  if (text === null) return NONE;
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r\0]/g, (character) => ESCAPES[character] ?? character) : text;
};

/** A line of COPY's text form, columns as in STAGED_COLUMNS; instants in milliseconds. */
export function stagedLine(row: StagedRow): string {
  const order = `${field(row.orderId)}\t`;
  if ("cells" in row)
    return `${order}${row.isOrder ? "t" : "f"}\t${row.file}\t${row.seq}\t${field(jsonText(row.cells))}${"\t\\N".repeat(11)}\n`;
  const { event } = row;
  if (event === null) return `${order}f\t${row.file}\t0${"\t\\N".repeat(12)}\n`;
  const { ref, hasId, at, kind, unit, toUnit, reasonCode, text, operator, result, dueAt } = event;
  const what = `${at}\t${kind}\t${field(unit)}\t${field(toUnit)}\t${field(reasonCode)}\t${field(text)}`;
  const place = `${row.file}\t${event.position}\t\\N\t${event.part}\t${hasId ? field(ref) : NONE}`;
  return `${order}f\t${place}\t${what}\t${field(operator)}\t${field(result)}\t${dueAt ?? NONE}\n`;
}

const UNESCAPES: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", v: "\v" };

/** What a field of COPY's text form says. */
export function unescaped(text: string): string | null {
  if (!text.includes("\\")) return text;
  return text === NONE ? null : text.replace(/\\(.)/g, (_, character: string) => UNESCAPES[character] ?? character);
}

/** The lines of a stream of bytes, in heaps as they come; only whole ones. */
export async function* splitLines(stream: AsyncIterable<unknown>): AsyncIterable<readonly string[]> {
  let rest: Buffer | null = null;
  for await (const chunk of stream) {
    const bytes: Buffer = rest ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    const end = bytes.lastIndexOf(10);
    rest = end + 1 < bytes.length ? bytes.subarray(end + 1) : null;
    if (end !== -1) yield bytes.toString("utf8", 0, end).split("\n");
  }
}
