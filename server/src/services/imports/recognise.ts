import {
  ApiError,
  type RecognisedTableItem,
  type RecogniseInput,
  type RecognitionResult,
  requirePermission,
} from "@tianyan/api";
import { readUnits } from "@tianyan/db";
import { type RecognisedTable, type RecogniseOptions, type Recognition, Refusal, recognise } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import type { Keyring } from "../../keys/keyring";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { loadJudging } from "../judging/setting";
import { shown, shownDeep } from "../personal/shown";
import { cellsUnder } from "../personal/shown-cells";
import { profileForHeaders, readProfile } from "../profiles/saved";
import type { Services } from "../services";
import { type StoredUpload, storedUploads } from "../uploads/stored";
import { nameOfFile } from "./account";

/** What uploads are; writes nothing. Throws an ApiError for a profile that cannot be used. */
export async function recogniseUploads(
  services: Services,
  desk: Desk,
  actor: Actor,
  { uploads, profile }: RecogniseInput,
  signal?: AbortSignal,
): Promise<RecognitionResult> {
  requirePermission(actor, "imports.write");
  const stored = await storedUploads(services, desk, uploads);
  const named = typeof profile === "string" ? (await readProfile(services, actor, profile)).document : profile;
  const { recognition, saved } = await recognisePaths(
    services,
    stored.map(({ path }) => path),
    named,
    signal,
  );
  const subject = { type: "upload", id: uploads.join(" ") };
  await services.work.sql.begin((tx) => record(tx, actor, { action: "import.recognised", subject, outcome: "done" }));
  return present(recognition, saved ?? (typeof profile === "string" ? profile : null), stored, services.keys);
}

/** Without answers, a saved profile of the same headers answers. */
export async function recognisePaths(
  services: Services,
  paths: readonly string[],
  answers?: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<{ readonly recognition: Recognition; readonly saved: string | null }> {
  const options = await optionsFor(services, answers, signal);
  try {
    const first = await recognise(paths, options);
    if (answers) return { recognition: first, saved: null };
    const tables = first.files.flatMap((file) => file.tables.filter(isMapped).map(({ headers }) => headers));
    const saved = await profileForHeaders(services, tables);
    if (!saved) return { recognition: first, saved: null };
    const again = await recognise(paths, await optionsFor(services, saved.document, signal));
    return { recognition: again, saved: saved.source };
  } catch (error) {
    if (error instanceof Refusal && error.code === "profile.invalid")
      throw new ApiError("profile.invalid", { detail: error.words, cause: error });
    throw error;
  }
}

const isMapped = ({ kind, headers }: RecognisedTable): boolean =>
  kind !== "units" && kind !== "competence" && headers.length > 0;

async function optionsFor(
  { work, now }: Services,
  answers: Readonly<Record<string, unknown>> | undefined,
  signal: AbortSignal | undefined,
): Promise<RecogniseOptions> {
  const { parameters } = (await loadJudging(work.sql)).parametersAt(now());
  return {
    zone: typeof answers?.zone === "string" ? answers.zone : parameters.zone,
    now: now(),
    units: (await readUnits(work.sql)).filter(({ provisional }) => !provisional),
    ...(answers ? { answers } : {}),
    ...(signal ? { signal } : {}),
  };
}

function tableItem(table: RecognisedTable, keys: Keyring): RecognisedTableItem {
  const under = cellsUnder(table);
  // A workbook of rejects that comes back holds what was concealed in it.
  const cell = (header: string, text: string): string => under(header, keys.reveal(text));
  return {
    name: nameOfFile(table.name),
    sheet: table.sheet,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    header_row: table.headerRow,
    headers: [...table.headers],
    kind: table.kind,
    shape: table.shape,
    columns: table.columns.map(({ column, headers, others }) => ({
      column,
      headers: [...headers],
      others: [...others],
    })),
    unused: table.unused.map(({ header, examples }) => ({
      header,
      examples: examples.map((text) => cell(header, text)),
    })),
    missing: [...table.missing],
    dates: table.dates.map((date) => ({
      ...date,
      evidence: date.evidence.map((one) => ({ ...one })),
    })),
    row_order: table.rowOrder && {
      newest_first: table.rowOrder.newestFirst,
      rising: table.rowOrder.rising,
      falling: table.rowOrder.falling,
    },
    sample: table.sample.map((row) => row.map((text, place) => cell(table.headers[place] ?? "", text))),
    rows: table.rows,
    accepted: table.accepted,
    rejected: table.rejected,
    whole: table.whole,
    rejects: table.rejects.map(({ reason, zh, en, count, examples }) => ({
      reason,
      zh,
      en,
      count,
      examples: examples.map(({ row, column, value }) => ({ row, column, value: cell(column, value) })),
    })),
    unknown_kinds: table.unknownKinds.map((word) => ({ ...word })),
    unknown_statuses: table.unknownStatuses.map((word) => ({ ...word })),
    unknown_outcomes: table.unknownOutcomes.map((word) => ({ ...word })),
    unknown_results: table.unknownResults.map((word) => ({ ...word })),
  };
}

function present(
  { files, profile, questions, unknownUnits }: Recognition,
  saved: string | null,
  stored: readonly StoredUpload[],
  keys: Keyring,
): RecognitionResult {
  const clean = createCleaner(stored.map(({ folder }) => folder));
  return {
    // Of a file without a header the first row stands for one: whatever is quoted of a file is masked.
    files: files.map((file) => {
      const upload = stored.find(({ path }) => path === file.path);
      const { refusal } = file;
      return {
        upload: upload?.id ?? "",
        name: shown(upload?.name ?? nameOfFile(file.path)),
        refusal: refusal && { code: refusal.code, zh: shown(clean(refusal.zh)), en: shown(clean(refusal.en)) },
        tables: file.tables.map((table) => shownDeep(tableItem(table, keys))),
      };
    }),
    profile: shownDeep({ ...profile }),
    saved_profile: saved,
    questions: questions.map(({ code, table, column, zh, en }) =>
      shownDeep({ code, table: nameOfFile(table), column, zh: clean(zh), en: clean(en) }),
    ),
    unknown_units: unknownUnits.map(({ word, count, suggestions }) => ({
      word: shown(word),
      count,
      suggestions: suggestions.map((unit) => ({ ...unit })),
    })),
  };
}

/** Where files lie is nobody's business: messages call them by their names. */
export const createCleaner =
  (folders: readonly string[]) =>
  (text: string): string =>
    folders.reduce((rest, folder) => rest.replaceAll(`${folder}/`, ""), text);
