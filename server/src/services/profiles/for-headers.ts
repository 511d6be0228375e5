import { readSourceProfiles, type SourceProfileRow } from "@tianyan/db";
import { headersOfExport } from "@tianyan/ingest";
import type { Services } from "../services";

const same = (a: readonly string[], b: readonly string[]): boolean => {
  const [own, others] = [new Set(headersOfExport(a)), new Set(headersOfExport(b))];
  return own.size === others.size && [...own].every((header) => others.has(header));
};

/** The saved profile whose files had the headers of each of these tables; a workbook of their rejects has them too. */
export async function profileForHeaders(
  { work }: Services,
  tables: readonly (readonly string[])[],
): Promise<SourceProfileRow | null> {
  if (tables.length === 0) return null;
  const saved = await readSourceProfiles(work.sql);
  return saved.find(({ headers }) => tables.every((own) => headers.some((known) => same(own, known)))) ?? null;
}
