import { EVENT_HEADERS, knownHeaders, REQUIRED } from "../profiles/columns";
import type { Profile } from "../profiles/profile";
import { openFile } from "../readers/open";
import type { OpenFile } from "../readers/open-file";
import type { RawRow, TableReader, Wanted } from "../readers/reader";
import { refusals } from "../readers/refusals";
import type { ReadWatch } from "../readers/watch";
import { builtInMap, planColumns } from "../rows/column-plan";
import type { FileIdentity, ReadOptions, TableBatch, TableKind } from "../rows/table";
import { type ChoiceOf, choicesOf, type TableChoice } from "./choice";
import { createBatchMapper } from "./map-batch";
import { columnMap, ordersWithinEvents, recogniseTable } from "./maps";

/** A file that was looked through and found usable. */
export interface OpenTable {
  readonly file: FileIdentity;
  /** Headers that the profile maps and the file lacks; none of them is required. */
  readonly absentColumns: readonly string[];
  /** Whether its rows are taken from the last to the first. */
  readonly newestFirst: boolean;
  /** What it is was said by somebody, against what its headers tell. */
  readonly overruled: boolean;
  /** Every header of the file. */
  readonly columns: readonly string[];
  /** Of a workbook with several sheets in use. */
  readonly sheet: string | null;
  /** Bytes that reading it goes through, as they lie on the disk. */
  readonly toRead: number;
  /** Can be read more than once. */
  read(options: Omit<ReadOptions, "profile">, watch?: ReadWatch): AsyncIterable<TableBatch>;
  /** Its rows as they stand there, before they mean anything. */
  readRaw(wanted: readonly Wanted[], watch?: ReadWatch): AsyncIterable<readonly RawRow[]>;
}

const requiredOf = (table: TableKind, profile: Profile): readonly string[] =>
  table === "events" ? REQUIRED[profile.shape] : REQUIRED[table];

/** Required columns that a table lacks. */
export function missingColumns(reader: TableReader, kind: TableKind, profile: Profile): readonly string[] {
  const map = columnMap(kind, reader, profile);
  return requiredOf(kind, profile).filter((column) => !map[column]?.some((header) => reader.columns.includes(header)));
}

/** Most rows hold nothing that was concealed: those stay as they are. */
function revealed(row: RawRow, reveal: (text: string) => string): RawRow {
  if (!row.values.some((value) => value.includes("⟦"))) return row;
  return { ...row, values: row.values.map(reveal) };
}

/** How messages name a table of a file. */
export const nameOf = (path: string, sheet: string | null): string => (sheet === null ? path : `${path}#${sheet}`);

/** Opens one table of a file; throws a Refusal where it lacks a column that its kind needs. */
export function openSheet(
  path: string,
  open: OpenFile,
  kind: TableKind,
  given: Profile,
  choice?: TableChoice,
): OpenTable {
  const profile = { ...given, newestFirst: choice?.newestFirst ?? given.newestFirst };
  const name = nameOf(path, open.sheet);
  const { reader } = open;
  const map = columnMap(kind, reader, profile);
  if (kind === "events" && !profile.events && profile.shape === "event" && !map.at) {
    const stays = builtInMap({ ...reader, openEnded: false }, EVENT_HEADERS.step);
    if (stays.received_at && stays.order_id) throw refusals.stays(name, stays.received_at.join("/"));
  }
  const plan = planColumns(name, reader, map, requiredOf(kind, profile), profile.empty);
  const within = kind === "events" ? ordersWithinEvents(reader, profile) : null;
  const orderPlan = within && planColumns(name, reader, within, [], profile.empty);
  const wanted = orderPlan ? [...plan.wanted, ...orderPlan.wanted] : plan.wanted;
  const { sha256, bytes, unpackedBytes } = open.survey;
  const file: FileIdentity = { path: name, table: kind, sha256, bytes, unpackedBytes };

  async function* read(
    options: Omit<ReadOptions, "profile">,
    watch?: ReadWatch,
  ): AsyncGenerator<TableBatch, void, undefined> {
    const mapBatch = createBatchMapper(file, plan, orderPlan, { ...options, profile });
    const rows: AsyncIterable<readonly RawRow[]> = reader.read(wanted, watch);
    const { reveal } = options;
    for await (const batch of rows) yield mapBatch(reveal ? batch.map((row) => revealed(row, reveal)) : batch);
  }
  return {
    file,
    absentColumns: plan.absent,
    newestFirst: profile.newestFirst,
    overruled: (choice?.kind ?? null) !== null,
    columns: reader.columns,
    sheet: open.sheet,
    toRead: open.toRead,
    read,
    readRaw: (columns, watch) => reader.read(columns, watch),
  };
}

export interface KnownTable {
  readonly open: OpenFile;
  readonly kind: TableKind;
}

/** Sheets of sums name units and classes too, beside figures: where most columns are something else, it is no such table. */
function isMostlyOther({ reader }: OpenFile, kind: TableKind, profile: Profile): boolean {
  if (kind !== "units" && kind !== "competence") return false;
  const filled = reader.columns.filter((column) => column !== "").length;
  return Object.keys(columnMap(kind, reader, profile)).length * 2 <= filled;
}

/** Which sheets are which tables; those that are none are left out, where others are some. What somebody said of one counts. */
export function knownTables(
  opened: readonly OpenFile[],
  profile: Profile,
  choiceOf: ChoiceOf = () => undefined,
): readonly KnownTable[] {
  return opened.flatMap((open) => {
    const choice = choiceOf(open.sheet);
    if (choice?.use === false) return [];
    if (choice?.kind) return [{ open, kind: choice.kind }];
    const kind = recogniseTable(open.reader, profile);
    const sums = kind !== null && opened.length > 1 && isMostlyOther(open, kind, profile);
    return kind && !sums ? [{ open, kind }] : [];
  });
}

export interface OpenOptions {
  readonly watch?: ReadWatch | undefined;
  readonly choices?: readonly TableChoice[] | undefined;
}

/** The tables of a file, one of each sheet that is one; throws a Refusal for a file that has none, unless all were left out. */
export async function openTablesOf(
  path: string,
  profile: Profile,
  { watch, choices }: OpenOptions = {},
): Promise<readonly OpenTable[]> {
  const opened = await openFile(path, knownHeaders(profile), watch);
  const choiceOf = choicesOf(choices, path);
  const known = knownTables(opened, profile, choiceOf);
  const leftOut = opened.every(({ sheet }) => choiceOf(sheet)?.use === false);
  if (known.length === 0 && !leftOut) throw unknownTable(path, opened);
  return known.map(({ open, kind }) => openSheet(path, open, kind, profile, choiceOf(open.sheet)));
}

const unknownTable = (path: string, opened: readonly OpenFile[]) =>
  refusals.unknownTable(
    path,
    opened.flatMap(({ reader }) => reader.columns.filter((column) => column !== "")),
  );

/**
 * Opens a file as the table named, or as the one its headers tell; of a workbook, the sheet that is that table. Throws a Refusal for one
 * that cannot be used.
 */
export async function openTable(path: string, profile: Profile, table?: TableKind): Promise<OpenTable> {
  const opened = await openFile(path, knownHeaders(profile));
  const [only] = opened;
  if (opened.length === 1 && only) {
    const kind = table ?? recogniseTable(only.reader, profile);
    if (!kind) throw unknownTable(path, opened);
    return openSheet(path, only, kind, profile);
  }
  const fitting = knownTables(opened, profile).filter(({ kind }) => table === undefined || kind === table);
  const [one, ...others] = fitting;
  if (!one) throw unknownTable(path, opened);
  if (others.length > 0) {
    throw refusals.severalSheets(
      path,
      fitting.map(({ open }) => open.sheet ?? ""),
    );
  }
  return openSheet(path, one.open, one.kind, profile);
}
