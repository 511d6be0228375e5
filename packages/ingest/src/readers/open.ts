import { openCsv } from "./csv/csv-reader";
import { openNdjson } from "./ndjson-reader";
import type { TableReader } from "./reader";
import { type Survey, survey } from "./survey";

export interface OpenFile {
  readonly survey: Survey;
  readonly reader: TableReader;
}

/** Looks a file through and opens it; throws a Refusal for one that cannot be used. */
export async function openFile(path: string): Promise<OpenFile> {
  const surveyed = await survey(path);
  const reader = surveyed.dialect ? await openCsv(surveyed, surveyed.dialect) : await openNdjson(surveyed);
  return { survey: surveyed, reader };
}
