import {
  ApiError,
  type RecognisedTableItem,
  type RecogniseOrder,
  type RecognitionResult,
  requirePermission,
} from "@tianyan/api";
import { readUnits } from "@tianyan/db";
import {
  type RecognisedTable,
  type RecogniseOptions,
  type Recognition,
  Refusal,
  recognise,
  type TableChoice,
} from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import type { Keyring } from "../../keys/keyring";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { loadJudging } from "../judging/setting";
import { shown, shownDeep } from "../personal/shown";
import { cellsUnder } from "../personal/shown-cells";
import { profileForHeaders } from "../profiles/for-headers";
import { countProfiles, readProfile } from "../profiles/saved";
import type { Services } from "../services";
import { type StoredUpload, storedUploads } from "../uploads/stored";
import { nameOfFile } from "./account";
import { choicesFor } from "./choices";
import { importOfRejects } from "./import-of-rejects";
import { whileWatched } from "./recognising";
import { onScreen, refusalOnScreen } from "./screen-words";

/** What uploads are; writes nothing. Throws an ApiError for a profile that cannot be used. */
export async function recogniseUploads(
  services: Services,
  desk: Desk,
  actor: Actor,
  { uploads, profile, tables, watch }: RecogniseOrder,
  signal?: AbortSignal,
): Promise<RecognitionResult> {
  requirePermission(actor, "imports.write");
  const stored = await storedUploads(services, desk, uploads);
  const named = typeof profile === "string" ? (await readProfile(services, actor, profile)).document : profile;
  const paths = stored.map(({ path }) => path);
  // Where profiles were saved one may fit, and then all is read once more by that.
  const passes = named || (await countProfiles(services)) === 0 ? 1 : 2;
  const { recognition, ...taken } = await whileWatched(desk, watch, passes, (onShare, nextPass) =>
    recognisePaths(services, paths, {
      answers: named,
      choices: choicesFor(tables, stored),
      signal,
      onShare,
      onSecondPass: nextPass,
    }),
  );
  const subject = { type: "upload", id: uploads.join(" ") };
  await services.work.sql.begin((tx) => record(tx, actor, { action: "import.recognised", subject, outcome: "done" }));
  const saved = taken.saved ?? (typeof profile === "string" ? profile : null);
  return present(recognition, { ...taken, saved }, stored, services.keys);
}

/** What files are, and whose profile answered for them. */
interface RecognisedPaths {
  readonly recognition: Recognition;
  /** Source of the saved profile that was made for the same headers. */
  readonly saved: string | null;
  /** The import whose rejects these are: they are read as it was. */
  readonly rejectsOf: string | null;
}

/** What somebody said of files. */
interface SaidOfPaths {
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
  readonly choices?: readonly TableChoice[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told how much is done, 0 to 1, each time the files are read. */
  readonly onShare?: ((share: number) => void) | undefined;
  readonly onSecondPass?: (() => void) | undefined;
}

/** Without answers, a saved profile of the same headers answers; for rejects of an import, the profile of that. */
export async function recognisePaths(
  services: Services,
  paths: readonly string[],
  { answers, onSecondPass, ...said }: SaidOfPaths,
): Promise<RecognisedPaths> {
  const recogniseWith = async (document: SaidOfPaths["answers"]): Promise<Recognition> =>
    recognise(paths, await optionsFor(services, { ...said, answers: document }));
  try {
    const recognition = await recogniseWith(answers);
    const found = { recognition, saved: null, rejectsOf: null };
    if (answers) return found;
    const tables = recognition.files.flatMap((file) => file.tables.filter(isMapped).map(({ headers }) => headers));
    const saved = await profileForHeaders(services, tables);
    onSecondPass?.();
    if (saved) return { ...found, recognition: await recogniseWith(saved.document), saved: saved.source };
    const origin = await importOfRejects(services, tables);
    if (!origin) return found;
    return { ...found, recognition: await recogniseWith(origin.profile), rejectsOf: origin.id };
  } catch (error) {
    if (error instanceof Refusal && error.code === "profile.invalid")
      throw new ApiError("profile.invalid", { detail: error.words, cause: error });
    throw error;
  }
}

const isMapped = ({ kind, used, headers }: RecognisedTable): boolean =>
  used && kind !== "units" && kind !== "competence" && headers.length > 0;

async function optionsFor(
  { work, now }: Services,
  { answers, choices, signal, onShare }: Omit<SaidOfPaths, "onSecondPass">,
): Promise<RecogniseOptions> {
  const { parameters } = (await loadJudging(work.sql)).parametersAt(now());
  return {
    zone: typeof answers?.zone === "string" ? answers.zone : parameters.zone,
    now: now(),
    units: (await readUnits(work.sql)).filter(({ provisional }) => !provisional),
    ...(answers ? { answers } : {}),
    ...(choices ? { choices } : {}),
    ...(signal ? { signal } : {}),
    ...(onShare ? { onShare } : {}),
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
    found_kind: table.foundKind,
    used: table.used,
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
    rows_run: table.newestFirst ? "newest-first" : "oldest-first",
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
    rejects: table.rejects.map(onScreen).map(({ reason, zh, en, count, examples }) => ({
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
  { saved, rejectsOf }: Omit<RecognisedPaths, "recognition">,
  stored: readonly StoredUpload[],
  keys: Keyring,
): RecognitionResult {
  const clean = createCleaner(stored.map(({ folder }) => folder));
  return {
    // Of a file without a header the first row stands for one: whatever is quoted of a file is masked.
    files: files.map((file) => {
      const upload = stored.find(({ path }) => path === file.path);
      const name = upload?.name ?? nameOfFile(file.path);
      const refusal = file.refusal && refusalOnScreen(file.refusal, name);
      return {
        upload: upload?.id ?? "",
        name: shown(name),
        refusal: refusal && { code: refusal.code, zh: shown(clean(refusal.zh)), en: shown(clean(refusal.en)) },
        tables: file.tables.map((table) => shownDeep(tableItem(table, keys))),
      };
    }),
    profile: shownDeep({ ...profile }),
    saved_profile: saved,
    rejects_of: rejectsOf,
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
