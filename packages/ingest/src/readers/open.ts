import { openXes } from "../xes/xes-reader";
import { openWorkbook } from "../xlsx/open-workbook";
import { isZip, readBytes, readHead } from "./bytes";
import { openCsv } from "./csv/csv-reader";
import type { KnownHeader } from "./header";
import { openNdjson } from "./ndjson-reader";
import type { OpenFile } from "./open-file";
import { survey } from "./survey";
import type { ReadWatch } from "./watch";

/** A gzip file may have a workbook in it. */
async function holdsZip(path: string): Promise<boolean> {
  for await (const chunk of readBytes(path, true)) return isZip(chunk);
  return false;
}

/** Looks a file through and opens its tables; throws a Refusal for one that cannot be used. */
export async function openFile(path: string, known: KnownHeader, watch: ReadWatch = {}): Promise<readonly OpenFile[]> {
  const head = await readHead(path);
  if (head.zip || (head.gzip && (await holdsZip(path)))) return openWorkbook(path, head.gzip, known, watch);
  const surveyed = await survey(path, watch);
  const { format, encoding, dialect } = surveyed;
  const reader =
    format === "xes"
      ? await openXes(surveyed, watch)
      : dialect
        ? await openCsv(surveyed, dialect, known)
        : await openNdjson(surveyed);
  const delimiter = dialect?.delimiter ?? null;
  return [{ survey: surveyed, reader, toRead: surveyed.bytes, format, encoding, delimiter, sheet: null }];
}
