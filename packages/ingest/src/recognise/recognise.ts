import { createUnits, type UnitRow } from "@tianyan/core";
import { parseProfile } from "../profiles/load-profile";
import type { Profile } from "../profiles/profile";
import { refusals } from "../readers/refusals";
import { Refusal } from "../refusal";
import { missingColumns, openSheet } from "../tables/open-table";
import { draftProfile } from "./draft-profile";
import { createUnitSuggester } from "./near-units";
import { OPENING_SHARE, type RecogniseOptions } from "./options";
import { askQuestions } from "./questions";
import { describeTable, nothingRead, readThrough } from "./read-through";
import { openSheets, type Sheet, watchOpening } from "./sheets";
import { WordCount } from "./tally";
import type { RecognisedFile, RecognisedTable, Recognition, UnknownUnit } from "./types";

const MOST_UNITS = 500;

/**
 * Looks files through for people: what each table is, how it is written, what would be rejected and why, which words and units are not
 * known, and a profile that loads it all as it stands. Writes nothing, and decides nothing that the files do not say.
 */
export async function recognise(paths: readonly string[], options: RecogniseOptions): Promise<Recognition> {
  const opened = [];
  const watch = await watchOpening(paths, options);
  for (const path of paths) opened.push({ path, ...(await openSheets(path, options, watch)) });
  const sheets = opened.flatMap((file) => file.sheets);
  const used = sheets.filter((sheet) => sheet.used);
  const document = await draftProfile(used, options.answers ?? {});
  const profile = parseProfile(document, "profile");
  const rows = [...(options.units ?? []), ...(await readUnits(sheets, profile, options))];
  const met = new WordCount();
  const tables = new Map<Sheet, RecognisedTable>();
  const refused = new Map<string, RecognisedFile["refusal"]>();
  for (const [at, sheet] of sheets.entries()) {
    const onPart = (part: number): void =>
      options.onShare?.(OPENING_SHARE + ((1 - OPENING_SHARE) * (at + part)) / sheets.length);
    let read = nothingRead();
    try {
      read = await readThrough(sheet, profile, options, onPart);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(sheet.path, { code: error.code, ...error.words });
    }
    for (const { word, count } of read.tally.units.list()) met.add(word, count);
    tables.set(sheet, await describeTable(sheet, profile, read));
  }
  const files = opened.map(({ path, sheets: own, refusal }) => {
    const found = own.flatMap((sheet) => tables.get(sheet) ?? []);
    return { path, refusal: refusal ?? refused.get(path) ?? noTable(path, found), tables: found };
  });
  return {
    files,
    profile: document,
    questions: askQuestions(
      used.flatMap((sheet) => ({ table: tables.get(sheet), said: sheet.choice })),
      document,
      options.answers ?? {},
    ),
    unknownUnits: nameUnits(met, rows),
  };
}

/** A file of which no table is known is refused as a whole, with the headers that were found; unless it is left out anyway. */
function noTable(path: string, tables: readonly RecognisedTable[]): RecognisedFile["refusal"] {
  if (tables.some(({ kind }) => kind !== null) || tables.every(({ used }) => !used)) return null;
  const headers = tables.flatMap((table) => table.headers.filter((header) => header !== ""));
  const { code, words } = refusals.unknownTable(path, headers);
  return { code, ...words };
}

async function readUnits(sheets: readonly Sheet[], profile: Profile, options: RecogniseOptions): Promise<UnitRow[]> {
  const rows: UnitRow[] = [];
  for (const { path, open } of sheets.filter(({ kind, used }) => kind === "units" && used)) {
    if (missingColumns(open.reader, "units", profile).length > 0) continue;
    for await (const batch of openSheet(path, open, "units", profile).read(options))
      if (batch.table === "units") rows.push(...batch.rows);
  }
  return rows;
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
