import { importsWithRejects } from "@tianyan/db";
import { areOfRejects } from "@tianyan/ingest";
import type { Services } from "../services";

type Document = Readonly<Record<string, unknown>>;

/** Headers that a profile maps, of a kind of table; null where it maps none. */
function mappedHeaders(map: unknown): readonly string[] | null {
  if (typeof map !== "object" || map === null) return null;
  return Object.values(map).flat().map(String);
}

/** Whether each of the tables has all headers of a map of the profile. */
function reads(profile: Document, tables: readonly (readonly string[])[]): boolean {
  const maps = [mappedHeaders(profile.events), mappedHeaders(profile.orders)].flatMap((map) => (map ? [map] : []));
  return tables.every((headers) => maps.some((map) => map.every((header) => headers.includes(header))));
}

/** The latest import whose rejects these tables may be: all are of rejects, and its profile reads them. */
export async function importOfRejects(
  { work }: Services,
  tables: readonly (readonly string[])[],
): Promise<{ readonly id: string; readonly profile: Document } | null> {
  if (tables.length === 0 || !tables.every(areOfRejects)) return null;
  const imports = await importsWithRejects(work.sql);
  return imports.find(({ profile }) => reads(profile, tables)) ?? null;
}
