import type { Profile } from "../profiles/profile";
import type { OpenFile } from "../readers/open-file";
import type { ReadWatch } from "../readers/watch";
import { columnMap, ordersWithinEvents } from "../tables/maps";
import { missingColumns, openSheet } from "../tables/open-table";
import { describeColumns } from "./columns";
import { type RecogniseOptions, ROWS } from "./options";
import type { Sheet } from "./sheets";
import { TableTally } from "./tally";
import type { RecognisedTable } from "./types";

const SAMPLE = 20;

/** What the rows of a table that were looked at came to. */
export interface ReadSoFar {
  readonly tally: TableTally;
  /** All that there are. */
  readonly whole: boolean;
}

export const nothingRead = (): ReadSoFar => ({ tally: new TableTally(), whole: true });

/** Reads the first rows of a table by the profile; throws a Refusal where they show that it cannot be used. */
export async function readThrough(
  { path, open, kind, used, choice }: Sheet,
  profile: Profile,
  options: RecogniseOptions,
  onPart: (part: number) => void,
): Promise<ReadSoFar> {
  if (!kind || !used || missingColumns(open.reader, kind, profile).length > 0) return nothingRead();
  const tally = new TableTally();
  const most = options.rows ?? ROWS;
  let bytes = 0;
  const watch: ReadWatch = { signal: options.signal, onBytes: (count) => (bytes += count) };
  for await (const batch of openSheet(path, open, kind, profile, choice).read(options, watch)) {
    for (const reject of batch.rejects) tally.reject(reject);
    if (batch.table === "events") for (const row of batch.rows) tally.event(row);
    else tally.accepted += batch.rows.length;
    const rows = tally.accepted + tally.rejected;
    onPart(Math.min(1, Math.max(rows / most, bytes / open.toRead)));
    if (rows >= most) return { tally, whole: false };
  }
  return { tally, whole: true };
}

export async function describeTable(
  sheet: Sheet,
  profile: Profile,
  { tally, whole }: ReadSoFar,
): Promise<RecognisedTable> {
  const { open, kind, shape } = sheet;
  const { reader } = open;
  const map = kind ? columnMap(kind, reader, profile) : {};
  const within = kind === "events" ? ordersWithinEvents(reader, profile) : null;
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
    foundKind: sheet.foundKind,
    used: sheet.used,
    shape: kind === "events" ? shape : null,
    ...describeColumns(reader, kind ?? "orders", shape, map, within),
    missing: kind ? missingColumns(reader, kind, profile) : [],
    dates: sheet.dates,
    rowOrder: sheet.rowOrder,
    newestFirst: sheet.newestFirst,
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
