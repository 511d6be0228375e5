import { type TableChoiceItem, TableChoicesSchema } from "@tianyan/api";
import type { Recognition, TableChoice } from "@tianyan/ingest";
import type { StoredUpload } from "../uploads/stored";
import type { ImportJob } from "./job";

/** What was said of tables of uploads, by where those lie. */
export const choicesFor = (
  tables: readonly TableChoiceItem[],
  stored: readonly StoredUpload[],
): readonly TableChoice[] =>
  tables.flatMap(({ upload, sheet, use, kind, rows }) => {
    const path = stored.find(({ id }) => id === upload)?.path;
    return path === undefined ? [] : [{ path, sheet, use, kind, newestFirst: rows && rows === "newest-first" }];
  });

/** Where nobody looked at what was recognised, each table is read the way its own rows run. */
export const choicesAsFound = ({ files }: Recognition, said: readonly TableChoice[]): readonly TableChoice[] =>
  files.flatMap(({ tables }) =>
    tables.map(({ path, sheet, used, newestFirst }) => {
      const kind = said.find((choice) => choice.path === path && choice.sheet === sheet)?.kind ?? null;
      return { path, sheet, use: used, kind, newestFirst };
    }),
  );

/** The choices of a job by its uploads, as the database keeps them. */
export const choicesToKeep = (
  choices: readonly TableChoice[],
  { paths, uploads }: Pick<ImportJob, "paths" | "uploads">,
): readonly TableChoiceItem[] =>
  choices.flatMap(({ path, sheet, use, kind, newestFirst }) => {
    const upload = uploads[paths.indexOf(path)];
    const rows = newestFirst === null ? null : newestFirst ? "newest-first" : "oldest-first";
    return upload === undefined ? [] : [{ upload, sheet, use, kind, rows }];
  });

/** Those that the database kept, by where the uploads lie now. */
export const keptChoices = (kept: unknown, stored: readonly StoredUpload[]): readonly TableChoice[] =>
  choicesFor(TableChoicesSchema.parse(kept), stored);
