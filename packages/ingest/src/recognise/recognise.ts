import { stat } from "node:fs/promises";
import { createUnits, type Instant, type UnitRow } from "@tianyan/core";
import { knownHeaders } from "../profiles/columns";
import { CANONICAL_PROFILE, parseProfile } from "../profiles/load-profile";
import type { Profile } from "../profiles/profile";
import { openFile } from "../readers/open";
import type { OpenFile } from "../readers/open-file";
import { refusals } from "../readers/refusals";
import type { ReadWatch } from "../readers/watch";
import { Refusal } from "../refusal";
import type { TableKind } from "../rows/table";
import { columnMap, ordersWithinEvents } from "../tables/maps";
import { knownTables, missingColumns, nameOf, openSheet } from "../tables/open-table";
import { describeColumns } from "./columns";
import { detectTableDates } from "./dates";
import type { Draft } from "./draft";
import { draftProfile } from "./draft-profile";
import { createUnitSuggester } from "./near-units";
import { askQuestions } from "./questions";
import { suggestShape } from "./shape";
import { TableTally, WordCount } from "./tally";
import type { RecognisedFile, RecognisedTable, Recognition, Shape, UnknownUnit } from "./types";

export interface RecogniseOptions {
  /** Zone of instants without an offset. */
  readonly zone: string;
  readonly now: Instant;
  /** Units on record already; those of a units table among the files come to them. */
  readonly units?: readonly UnitRow[];
  /** Answers of people, or an earlier profile: entries of the profile document that stand instead of what is found. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Rows of each table that are looked at; 200,000 unless said otherwise. */
  readonly rows?: number;
  readonly signal?: AbortSignal;
  /** Told how much is done, 0 to 1. */
  readonly onShare?: (share: number) => void;
}

const ROWS = 200_000;
const SAMPLE = 20;
const MOST_UNITS = 500;
/** Every file is looked through once; then the first rows of its tables are read. */
const OPENING_SHARE = 0.6;

type Sheet = Draft & { readonly path: string; readonly name: string };

/** Where people have named the columns, those count; else they are found by the built-in words. */
function startingProfile(answers: RecogniseOptions["answers"]): Profile {
  if (!answers?.events && !answers?.orders) return CANONICAL_PROFILE;
  const { events, orders, shape = "event" } = answers;
  const words = shape === "state" ? { status: {} } : shape === "step" ? { outcomes: {} } : {};
  return parseProfile(
    { source: "12345", shape, ...(events ? { events } : {}), ...(orders ? { orders } : {}), ...words },
    "answers",
  );
}

async function openSheets(
  path: string,
  options: RecogniseOptions,
  watch: ReadWatch,
): Promise<{ readonly sheets: readonly Sheet[]; readonly refusal: RecognisedFile["refusal"] }> {
  try {
    const start = startingProfile(options.answers);
    const opened = await openFile(path, knownHeaders(start), watch);
    const kinds = new Map(knownTables(opened, start).map(({ open, kind }) => [open, kind]));
    const sheets: Sheet[] = [];
    for (const open of opened) sheets.push(await describeSheet(path, open, kinds.get(open) ?? null, start, options));
    return { sheets, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { sheets: [], refusal: { code: error.code, ...error.words } };
  }
}

async function describeSheet(
  path: string,
  open: OpenFile,
  kind: TableKind | null,
  start: Profile,
  options: RecogniseOptions,
): Promise<Sheet> {
  const said = options.answers?.shape;
  const shape: Shape = said === "event" || said === "state" || said === "step" ? said : suggestShape(open.reader);
  const plain = { ...CANONICAL_PROFILE, shape, states: new Map(), outcomes: new Map(), kinds: new Map() } as Profile;
  const profile = start.events ? start : { ...plain, orders: start.orders };
  const map = kind ? columnMap(kind, { ...open.reader, openEnded: false }, profile) : {};
  const dates = kind === "events" ? await detectTableDates(open.reader, map, options.rows ?? ROWS) : [];
  return { path, name: nameOf(path, open.sheet), open, kind, shape, map, dates };
}

/**
 * Looks files through for people: what each table is, how it is written, what would be rejected and why, which words and units are not
 * known, and a profile that loads it all as it stands. Writes nothing, and decides nothing that the files do not say.
 */
export async function recognise(paths: readonly string[], options: RecogniseOptions): Promise<Recognition> {
  const opened = [];
  const watch = await watchOpening(paths, options);
  for (const path of paths) opened.push({ path, ...(await openSheets(path, options, watch)) });
  const sheets = opened.flatMap((file) => file.sheets);
  const document = await draftProfile(sheets, options.answers ?? {});
  const profile = parseProfile(document, "profile");
  const rows = [...(options.units ?? []), ...(await readUnits(sheets, profile, options))];
  const met = new WordCount();
  const tables = new Map<Sheet, RecognisedTable>();
  const refused = new Map<string, RecognisedFile["refusal"]>();
  for (const [at, sheet] of sheets.entries()) {
    const onPart = (part: number): void =>
      options.onShare?.(OPENING_SHARE + ((1 - OPENING_SHARE) * (at + part)) / sheets.length);
    try {
      tables.set(sheet, await readThrough(sheet, profile, options, met, onPart));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(sheet.path, { code: error.code, ...error.words });
    }
  }
  const files = opened.map(({ path, sheets: own, refusal }) => {
    const usable = own.flatMap((sheet) => tables.get(sheet) ?? []);
    return { path, refusal: refusal ?? refused.get(path) ?? noTable(path, usable), tables: usable };
  });
  return {
    files,
    profile: document,
    questions: askQuestions([...tables.values()], document, options.answers ?? {}),
    unknownUnits: nameUnits(met, rows),
  };
}

async function watchOpening(paths: readonly string[], { signal, onShare }: RecogniseOptions): Promise<ReadWatch> {
  let size = 0;
  for (const path of paths) size += (await stat(path).catch(() => null))?.size ?? 0;
  let read = 0;
  return {
    signal,
    onBytes(count) {
      read += count;
      if (size > 0) onShare?.(OPENING_SHARE * Math.min(1, read / size));
    },
  };
}

/** A file of which no table is known is refused as a whole, with the headers that were found. */
function noTable(path: string, tables: readonly RecognisedTable[]): RecognisedFile["refusal"] {
  if (tables.some(({ kind }) => kind !== null)) return null;
  const headers = tables.flatMap((table) => table.headers.filter((header) => header !== ""));
  const { code, words } = refusals.unknownTable(path, headers);
  return { code, ...words };
}

async function readUnits(sheets: readonly Sheet[], profile: Profile, options: RecogniseOptions): Promise<UnitRow[]> {
  const rows: UnitRow[] = [];
  for (const { path, open } of sheets.filter(({ kind }) => kind === "units")) {
    if (missingColumns(open.reader, "units", profile).length > 0) continue;
    for await (const batch of openSheet(path, open, "units", profile).read(options))
      if (batch.table === "units") rows.push(...batch.rows);
  }
  return rows;
}

async function readThrough(
  sheet: Sheet,
  profile: Profile,
  options: RecogniseOptions,
  met: WordCount,
  onPart: (part: number) => void,
): Promise<RecognisedTable> {
  const { open, kind, shape } = sheet;
  const { reader } = open;
  const map = kind ? columnMap(kind, reader, profile) : {};
  const missing = kind ? missingColumns(reader, kind, profile) : [];
  const within = kind === "events" ? ordersWithinEvents(reader, profile) : null;
  const tally = new TableTally();
  const most = options.rows ?? ROWS;
  let whole = true;
  let bytes = 0;
  const watch: ReadWatch = { signal: options.signal, onBytes: (count) => (bytes += count) };
  if (kind && missing.length === 0) {
    for await (const batch of openSheet(sheet.path, open, kind, profile).read(options, watch)) {
      for (const reject of batch.rejects) tally.reject(reject);
      if (batch.table === "events") for (const row of batch.rows) tally.event(row);
      else tally.accepted += batch.rows.length;
      const rows = tally.accepted + tally.rejected;
      onPart(Math.min(1, Math.max(rows / most, bytes / open.toRead)));
      whole = rows < most;
      if (!whole) break;
    }
  }
  for (const { word, count } of tally.units.list()) met.add(word, count);
  return {
    name: sheet.name,
    path: sheet.path,
    sheet: open.sheet,
    format: open.format,
    encoding: open.encoding,
    delimiter: open.delimiter,
    headerRow: reader.headerRow,
    headers: reader.columns,
    kind,
    shape: kind === "events" ? shape : null,
    ...describeColumns(reader, kind ?? "orders", shape, map, within),
    missing,
    dates: sheet.dates,
    rowOrder: tally.rowOrder(),
    sample: await firstRows(open),
    rows: tally.accepted + tally.rejected,
    accepted: tally.accepted,
    rejected: tally.rejected,
    whole,
    rejects: tally.rejects(),
    ...tally.unknown(),
  };
}

async function firstRows({ reader }: OpenFile): Promise<readonly (readonly string[])[]> {
  if (reader.sample.length > 0) return reader.sample.slice(0, SAMPLE);
  const rows: (readonly string[])[] = [];
  for await (const batch of reader.read(reader.columns.map((column) => [column]))) {
    rows.push(...batch.map(({ values }) => values));
    if (rows.length >= SAMPLE) break;
  }
  return rows.slice(0, SAMPLE);
}

/** Words for units that no table lists; each may be another spelling of a listed unit, or of a word that comes more often. */
function nameUnits(met: WordCount, rows: readonly UnitRow[]): readonly UnknownUnit[] {
  const units = createUnits(rows, []);
  const unknown = met
    .list()
    .filter(({ word }) => !units.listed(units.resolve(word)) && units.resolve(word) !== "centre");
  const listed = createUnitSuggester(rows);
  const frequent = unknown.slice(0, MOST_UNITS).map(({ word }) => ({ code: word, name: word, aliases: [] }));
  return unknown.map(({ word, count }, at) => {
    if (at >= MOST_UNITS) return { word, count, suggestions: [] };
    const own = listed(word);
    return { word, count, suggestions: own.length > 0 ? own : createUnitSuggester(frequent.slice(0, at))(word) };
  });
}
