import type { Profile } from "../profiles/profile";
import { type ReadOptions, TABLE_KINDS, type TableBatch } from "../rows/table";
import { type OpenOptions, type OpenTable, openTablesOf } from "./open-table";

/**
 * Looks all files through before anything of them is read, whatever order they are given in; returned in the order units,
 * competence, orders, events. Throws a Refusal for the first that cannot be used.
 */
export async function openTables(
  files: readonly string[],
  profile: Profile,
  options: OpenOptions = {},
): Promise<readonly OpenTable[]> {
  const tables: OpenTable[] = [];
  for (const path of files) tables.push(...(await openTablesOf(path, profile, options)));
  return TABLE_KINDS.flatMap((kind) => tables.filter((table) => table.file.table === kind));
}

/** The usable rows of all files, in batches, beside the rejects; refuses as `openTables` does before the first batch. */
export async function* readTables(
  options: ReadOptions & { readonly files: readonly string[] },
): AsyncGenerator<TableBatch, void, undefined> {
  for (const table of await openTables(options.files, options.profile)) yield* table.read(options);
}
