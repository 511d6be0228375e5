import { TextDecoder } from "node:util";
import { readBytes } from "../readers/bytes";
import type { RawRow, TableReader, Wanted } from "../readers/reader";
import { refusals } from "../readers/refusals";
import type { Survey } from "../readers/survey";
import { readText } from "../readers/text";
import type { ReadWatch } from "../readers/watch";
import { createXmlParser } from "../readers/xml";

/** One event of a log with its own attributes, and those of its trace as `case:NAME`. */
type XesEvent = ReadonlyMap<string, string>;

const TYPES = new Set(["string", "date", "int", "float", "boolean", "id"]);
const MOST_COLUMNS = 2_000;

/** A log that is not UTF-8 says what it is. */
async function* readXml(file: Survey, watch: ReadWatch): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | null = null;
  if (file.encoding !== "gb18030") {
    yield* readText(file, watch);
    return;
  }
  for await (const chunk of readBytes(file.path, file.gzip, watch)) {
    if (!decoder) {
      const declared = /^[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9_.:-]+)["']/.exec(chunk.toString("latin1"))?.[1];
      decoder = declaredDecoder(file.path, declared ?? "");
    }
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

function declaredDecoder(path: string, declared: string): TextDecoder {
  try {
    if (!/^utf-?8$/i.test(declared)) return new TextDecoder(declared);
  } catch {
    // An encoding that nobody knows is refused as a wrong one is.
  }
  throw refusals.encoding(path, 0);
}

/** Events in batches, as the log has them. */
async function* readEvents(file: Survey, watch: ReadWatch = {}): AsyncGenerator<readonly XesEvent[], void, undefined> {
  const path = file.path;
  let batch: XesEvent[] = [];
  let trace: Map<string, string> = new Map();
  let event: Map<string, string> | null = null;
  const stack: string[] = [];
  const parse = createXmlParser(
    {
      open(name, attributes) {
        const parent = stack.at(-1);
        stack.push(name);
        if (stack.length === 1 && name !== "log") throw refusals.brokenXml(path);
        if (name === "trace" && parent === "log") trace = new Map();
        else if (name === "event" && (parent === "trace" || parent === "log")) event = new Map();
        else if (TYPES.has(name) && attributes.key) {
          const value = (attributes.value ?? "").trim();
          if (parent === "event" && event) event.set(attributes.key.trim(), value);
          else if (parent === "trace") trace.set(`case:${attributes.key.trim()}`, value);
        }
      },
      close(name) {
        stack.pop();
        if (name !== "event" || !event) return;
        for (const [key, value] of trace) event.set(key, value);
        batch.push(event);
        event = null;
      },
    },
    {
      dtd: () => refusals.dtd(path),
      broken: () => refusals.brokenXml(path),
      long: () => refusals.longRecord(path),
    },
  );
  for await (const piece of readXml(file, watch)) {
    parse(piece);
    if (batch.length === 0) continue;
    yield batch;
    batch = [];
  }
  parse(null);
  if (batch.length > 0) yield batch;
}

/** CSV forms of such logs name the trace `case`, or by what the standard calls it. */
const CASE = "case:concept:name";
const ALIASES: Readonly<Record<string, string>> = { case: CASE, "case:id": CASE };

function attributeOf(event: XesEvent, header: string): string | undefined {
  return event.get(header) ?? (header in ALIASES ? event.get(ALIASES[header] ?? "") : undefined);
}

const SAMPLE = 60;

/** Opens an event log in XES that the survey found to be XML; it is parsed once whole, so that a broken one is refused before it is used. */
export async function openXes(file: Survey, { signal }: ReadWatch = {}): Promise<TableReader> {
  const names = new Set<string>();
  const first: XesEvent[] = [];
  for await (const batch of readEvents(file, { signal })) {
    for (const event of batch) {
      for (const name of event.keys()) names.add(name);
      if (first.length < SAMPLE) first.push(event);
    }
    if (names.size > MOST_COLUMNS) throw refusals.longRecord(file.path);
  }
  if (first.length === 0) throw refusals.empty(file.path);
  const aliases = names.has(CASE) ? Object.keys(ALIASES).filter((alias) => !names.has(alias)) : [];
  const columns = [...names, ...aliases];
  return {
    columns,
    headerRow: 0,
    sample: first.map((event) => columns.map((column) => attributeOf(event, column) ?? "")),
    openEnded: false,
    read: (wanted, watch) => readRows(file, wanted, names, watch),
  };
}

async function* readRows(
  file: Survey,
  wanted: readonly Wanted[],
  names: ReadonlySet<string>,
  watch?: ReadWatch,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const headers = wanted.map((ways) => ways.find((way) => names.has(way) || way in ALIASES) ?? "");
  let row = 0;
  for await (const batch of readEvents(file, watch)) {
    yield batch.map((event) => ({
      row: ++row,
      values: headers.map((header) => attributeOf(event, header) ?? ""),
      broken: null,
    }));
  }
}
