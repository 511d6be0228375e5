import type { RawRow, TableReader, Wanted } from "./reader";
import { refusals } from "./refusals";
import type { Survey } from "./survey";
import { readText } from "./text";
import type { ReadWatch } from "./watch";

const LONGEST_LINE = 16_000_000;
/** Objects looked at to learn what a file holds; later ones may bring further keys. */
const FIRST_OBJECTS = 50;

type JsonObject = Readonly<Record<string, unknown>>;

/** Non-empty lines, in the pieces in which the file comes. */
async function* readLines(file: Survey, watch?: ReadWatch): AsyncGenerator<readonly string[], void, undefined> {
  let rest = "";
  for await (const piece of readText(file, watch)) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_LINE) throw refusals.longRecord(file.path);
    const filled = lines.filter((line) => line.trim() !== "");
    if (filled.length > 0) yield filled;
  }
  if (rest.trim() !== "") yield [rest];
}

function parseObject(line: string): JsonObject | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? (parsed as JsonObject) : null;
  } catch {
    return null;
  }
}

/** A list of words is written as in CSV, with `|` between; what lies deeper stays JSON, which no column reads. */
function asText(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.map(String).join("|");
  try {
    return JSON.stringify(value);
  } catch {
    return "{…}";
  }
}

async function firstObjects(file: Survey): Promise<readonly JsonObject[]> {
  const objects: JsonObject[] = [];
  let seen = 0;
  for await (const lines of readLines(file)) {
    for (const line of lines) {
      const found = parseObject(line);
      if (found) objects.push(found);
      if (++seen === FIRST_OBJECTS) break;
    }
    if (seen === FIRST_OBJECTS) break;
  }
  if (objects.every((object) => Object.keys(object).length === 0)) throw refusals.binary(file.path);
  return objects;
}

/** Reads an NDJSON file that the survey found usable. */
export async function openNdjson(file: Survey): Promise<TableReader> {
  const first = await firstObjects(file);
  const columns = [...new Set(first.flatMap((object) => Object.keys(object)))];
  return {
    columns,
    headerRow: 0,
    sample: first.map((object) => columns.map((key) => asText(object[key]))),
    openEnded: true,
    read: (wanted, watch) => readRows(file, wanted, watch),
  };
}

async function* readRows(
  file: Survey,
  wanted: readonly Wanted[],
  watch?: ReadWatch,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  let row = 0;
  for await (const lines of readLines(file, watch)) {
    yield lines.map((line) => readRow(++row, line, wanted));
  }
}

function readRow(row: number, line: string, wanted: readonly Wanted[]): RawRow {
  const found = parseObject(line);
  if (!found) return { row, values: [], broken: { reason: "not_json", value: line.trim(), column: "" } };
  const values = wanted.map((keys) => {
    const key = keys.find((candidate) => Object.hasOwn(found, candidate));
    return key === undefined ? "" : asText(found[key]);
  });
  const at = values.findIndex((value) => value.includes("\0"));
  const broken =
    at === -1 ? null : ({ reason: "nul", value: values[at] ?? "", column: wanted[at]?.[0] ?? "" } as const);
  return { row, values, broken };
}
