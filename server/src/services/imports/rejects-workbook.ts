import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type OpenTable, type RejectPlace, spoolRejects } from "@tianyan/ingest";
import type { Desk } from "../desk";
import type { ImportRequest } from "./request";
import type { ImportSummary } from "./summary";

type Language = "zh" | "en";
const LANGUAGES: readonly Language[] = ["zh", "en"];

export const workbookPath = (desk: Desk, job: string, language: Language): string =>
  join(desk.folder, "rejects", `${job}-${language}.xlsx`);

/** Writes the rejected rows of an import as workbooks to mend, while its files are still there. */
export async function keepRejectsWorkbooks(
  desk: Desk,
  job: string,
  { rejects }: ImportSummary,
  tables: readonly OpenTable[],
  { signal, onProgress }: Pick<ImportRequest, "signal" | "onProgress">,
): Promise<void> {
  if (rejects.length === 0) return;
  const folder = join(desk.folder, "rejects");
  await mkdir(folder, { recursive: true, mode: 0o700 });
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
  const total = tables
    .filter(({ file }) => rejects.some((reject) => reject.file === file.path))
    .reduce((sum, { toRead }) => sum + toRead, 0);
  let done = 0;
  const onBytes = (count: number): void => {
    done = Math.min(total, done + count);
    onProgress?.({ stage: "finishing", done, total });
  };
  const spooled = await spoolRejects(tables, told, folder, { signal, onBytes });
  try {
    for (const language of LANGUAGES) {
      const bytes = Readable.from(spooled.workbook(language));
      const file = createWriteStream(workbookPath(desk, job, language), { mode: 0o600 });
      await (signal ? pipeline(bytes, file, { signal }) : pipeline(bytes, file));
    }
  } finally {
    await spooled.remove();
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
