import { createWriteStream } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { importJobsInState, makeFolders } from "@tianyan/db";
import { type OpenTable, type Profile, type RejectPlace, spoolRejects } from "@tianyan/ingest";
import type { Desk } from "../desk";
import { concealedCells } from "../personal/concealed";
import type { Services } from "../services";
import type { ImportRequest } from "./request";
import type { ImportSummary } from "./summary";

type Language = "zh" | "en";
const LANGUAGES: readonly Language[] = ["zh", "en"];

/** Of the work on the workbooks: finding the rows in their files. */
const READING_SHARE = 0.2;

export const workbookPath = (desk: Desk, job: string, language: Language): string =>
  join(desk.folder, "rejects", `${job}-${language}.xlsx`);

/** Writes the rejected rows of an import as workbooks to mend, while its files are still there. */
export async function keepRejectsWorkbooks(
  { keys }: Services,
  desk: Desk,
  job: string,
  { rejects }: ImportSummary,
  tables: readonly OpenTable[],
  profile: Profile,
  { signal, onProgress }: Pick<ImportRequest, "signal" | "onProgress">,
): Promise<void> {
  if (rejects.length === 0) return;
  const folder = join(desk.folder, "rejects");
  await makeFolders(folder, 0o700);
  const told = rejects.map(
    ({ file, row, column_name, zh, en }): RejectPlace => ({
      file,
      row,
      column: column_name,
      // Whoever mends the rows may read either language.
      zh: `${zh} / ${en}`,
      en: `${en} / ${zh}`,
    }),
  );
  const found = meterOf(rejects.length, onProgress);
  const files = new Set(rejects.map(({ file }) => file));
  const toRead = tables.reduce((sum, { file, toRead: bytes }) => sum + (files.has(file.path) ? bytes : 0), 0);
  const onBytes = (count: number): void => found(READING_SHARE * (count / toRead));
  const spooled = await spoolRejects(tables, told, folder, { signal, onBytes }, concealedCells(keys, profile));
  const row = (1 - READING_SHARE) / LANGUAGES.length / rejects.length;
  try {
    for (const language of LANGUAGES) {
      const bytes = Readable.from(spooled.workbook(language, () => found(row)));
      const file = createWriteStream(workbookPath(desk, job, language), { mode: 0o600 });
      await (signal ? pipeline(bytes, file, { signal }) : pipeline(bytes, file));
    }
  } finally {
    await spooled.remove();
  }
}

/** Tells how many of the rejected rows are done, by shares of the whole work. */
function meterOf(total: number, onProgress: ImportRequest["onProgress"]): (more: number) => void {
  let share = 0;
  return (more) => {
    share = Math.min(1, share + more);
    onProgress?.({ stage: "finishing", done: Math.floor(share * total), total });
  };
}

export async function dropRejectsWorkbooks(desk: Desk, job: string): Promise<void> {
  for (const language of LANGUAGES) await rm(workbookPath(desk, job, language), { force: true });
}

const NAME = /^(\d{1,18})-(zh|en)\.xlsx$/;

const SPOOLED = /^rejects-/;
const SPOOLED_MS = 86_400_000;

/** Takes away those of imports that were cut off or taken back when nobody could, and what was left half written. */
export async function sweepRejectsWorkbooks({ work, now }: Services, desk: Desk): Promise<void> {
  const folder = join(desk.folder, "rejects");
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names.filter((one) => SPOOLED.test(one))) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && found.mtimeMs < now() - SPOOLED_MS) await rm(join(folder, name), { recursive: true, force: true });
  }
  const ids = new Set(names.flatMap((name) => NAME.exec(name)?.[1] ?? []));
  if (ids.size === 0) return;
  for (const id of await importJobsInState(work.sql, [...ids], ["failed", "cancelled", "undone"]))
    await dropRejectsWorkbooks(desk, id);
}

/** Bytes of the workbook; null where none was kept. */
export async function workbookSize(desk: Desk, job: string, language: Language): Promise<number | null> {
  const found = await stat(workbookPath(desk, job, language)).catch(() => null);
  return found?.size ?? null;
}
