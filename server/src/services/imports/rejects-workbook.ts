import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Profile, type Reject, type RejectReason, writeRejectsWorkbook } from "@tianyan/ingest";
import type { Desk } from "../desk";
import { concealedCells } from "../personal/concealed";
import type { Services } from "../services";
import type { ImportSummary } from "./summary";

type Language = "zh" | "en";
const LANGUAGES: readonly Language[] = ["zh", "en"];

export const workbookPath = (desk: Desk, job: string, language: Language): string =>
  join(desk.folder, "rejects", `${job}-${language}.xlsx`);

/** Writes the rejected rows of an import as workbooks to mend, while its files are still there. */
export async function keepRejectsWorkbooks(
  { keys }: Services,
  desk: Desk,
  job: string,
  { rejects }: ImportSummary,
  paths: readonly string[],
  profile: Profile,
): Promise<void> {
  if (rejects.length === 0) return;
  await mkdir(join(desk.folder, "rejects"), { recursive: true, mode: 0o700 });
  const told = rejects.map(
    ({ file, row, column_name, value, code, zh, en }): Reject => ({
      file,
      row,
      column: column_name,
      value,
      reason: code as RejectReason,
      // Whoever mends the rows may read either language.
      zh: `${zh} / ${en}`,
      en: `${en} / ${zh}`,
    }),
  );
  for (const language of LANGUAGES) {
    const files = paths.map((path) => ({
      path,
      rejects: told.filter(({ file }) => file === path || file.startsWith(`${path}#`)),
    }));
    const bytes = writeRejectsWorkbook(
      files.filter((file) => file.rejects.length > 0),
      profile,
      language,
      concealedCells(keys, profile),
    );
    await pipeline(Readable.from(bytes), createWriteStream(workbookPath(desk, job, language), { mode: 0o600 }));
  }
}

export async function dropRejectsWorkbooks(desk: Desk, job: string): Promise<void> {
  for (const language of LANGUAGES) await rm(workbookPath(desk, job, language), { force: true });
}

/** Bytes of the workbook; null where none was kept. */
export async function workbookSize(desk: Desk, job: string, language: Language): Promise<number | null> {
  const found = await stat(workbookPath(desk, job, language)).catch(() => null);
  return found?.size ?? null;
}
