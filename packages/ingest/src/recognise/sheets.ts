import { stat } from "node:fs/promises";
import { knownHeaders } from "../profiles/columns";
import { CANONICAL_PROFILE, parseProfile } from "../profiles/load-profile";
import type { Profile } from "../profiles/profile";
import { openFile } from "../readers/open";
import type { OpenFile } from "../readers/open-file";
import type { ReadWatch } from "../readers/watch";
import { Refusal } from "../refusal";
import type { TableKind } from "../rows/table";
import { choicesOf, type TableChoice } from "../tables/choice";
import { columnMap } from "../tables/maps";
import { knownTables, nameOf } from "../tables/open-table";
import { detectTableDates } from "./dates";
import type { Draft } from "./draft";
import { OPENING_SHARE, type RecogniseOptions, ROWS } from "./options";
import { rowOrderOf } from "./row-order";
import { suggestShape } from "./shape";
import type { RecognisedFile, Shape } from "./types";

/** A table of a file, with what was said of it. */
export type Sheet = Draft & Pick<GivenSheet, "path" | "choice"> & { readonly name: string };

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

/** Opens a file and says what its tables are, before their rows are read by a profile. */
export async function openSheets(
  path: string,
  options: RecogniseOptions,
  watch: ReadWatch,
): Promise<{ readonly sheets: readonly Sheet[]; readonly refusal: RecognisedFile["refusal"] }> {
  try {
    const start = startingProfile(options.answers);
    const opened = await openFile(path, knownHeaders(start), watch);
    const found = new Map(knownTables(opened, start).map(({ open, kind }) => [open, kind]));
    const choiceOf = choicesOf(options.choices, path);
    const sheets: Sheet[] = [];
    for (const open of opened) {
      const given = { path, open, foundKind: found.get(open) ?? null, choice: choiceOf(open.sheet) };
      sheets.push(await describeSheet(given, start, options));
    }
    return { sheets, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { sheets: [], refusal: { code: error.code, ...error.words } };
  }
}

interface GivenSheet {
  readonly path: string;
  readonly open: OpenFile;
  readonly foundKind: TableKind | null;
  readonly choice: TableChoice | undefined;
}

async function describeSheet(
  { path, open, foundKind, choice }: GivenSheet,
  start: Profile,
  options: RecogniseOptions,
): Promise<Sheet> {
  const kind = choice?.kind ?? foundKind;
  const used = choice?.use !== false;
  const said = options.answers?.shape;
  const shape: Shape = said === "event" || said === "state" || said === "step" ? said : suggestShape(open.reader);
  const plain = { ...CANONICAL_PROFILE, shape, states: new Map(), outcomes: new Map(), kinds: new Map() } as Profile;
  const profile = start.events ? start : { ...plain, orders: start.orders };
  const map = kind ? columnMap(kind, { ...open.reader, openEnded: false }, profile) : {};
  const looked = kind === "events" && used;
  const dates = looked ? await detectTableDates(open.reader, map, options.rows ?? ROWS) : [];
  const rowOrder = looked ? await rowOrderOf({ open, map, dates }, options.answers?.dates) : null;
  const stated = options.answers?.rows;
  const found = typeof stated === "string" ? stated === "newest-first" : (rowOrder?.newestFirst ?? false);
  const newestFirst = choice?.newestFirst ?? found;
  const name = nameOf(path, open.sheet);
  return { path, name, open, kind, foundKind, used, choice, shape, map, dates, rowOrder, newestFirst };
}

/** Tells how far the opening of all files is. */
export async function watchOpening(
  paths: readonly string[],
  { signal, onShare }: RecogniseOptions,
): Promise<ReadWatch> {
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
