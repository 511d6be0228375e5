import { REQUIRED } from "../profiles/columns";
import type { Profile } from "../profiles/profile";
import { openFile } from "../readers/open";
import type { RawRow } from "../readers/reader";
import { refusals } from "../readers/refusals";
import { planColumns } from "../rows/column-plan";
import type { FileIdentity, ReadOptions, TableBatch, TableKind } from "../rows/table";
import { createBatchMapper } from "./map-batch";
import { columnMap, ordersWithinEvents, recogniseTable } from "./maps";

/** A file that was looked through and found usable. */
export interface OpenTable {
  readonly file: FileIdentity;
  /** Headers that the profile maps and the file lacks; none of them is required. */
  readonly absentColumns: readonly string[];
  /** Can be read more than once. */
  read(options: Omit<ReadOptions, "profile">): AsyncIterable<TableBatch>;
}

const requiredOf = (table: TableKind, profile: Profile): readonly string[] =>
  table === "events" ? REQUIRED[profile.shape] : REQUIRED[table];

/** Opens a file as the table named, or as the one its headers tell; throws a Refusal for one that cannot be used. */
export async function openTable(path: string, profile: Profile, table?: TableKind): Promise<OpenTable> {
  const { survey, reader } = await openFile(path);
  const kind = table ?? recogniseTable(reader, profile);
  if (!kind) throw refusals.unknownTable(path, reader.columns);
  const plan = planColumns(path, reader, columnMap(kind, reader, profile), requiredOf(kind, profile), profile.empty);
  const within = kind === "events" ? ordersWithinEvents(reader, profile) : null;
  const orderPlan = within && planColumns(path, reader, within, [], profile.empty);
  const wanted = orderPlan ? [...plan.wanted, ...orderPlan.wanted] : plan.wanted;
  const { sha256, bytes, unpackedBytes } = survey;
  const file: FileIdentity = { path, table: kind, sha256, bytes, unpackedBytes };

  async function* read(options: Omit<ReadOptions, "profile">): AsyncGenerator<TableBatch, void, undefined> {
    const map = createBatchMapper(file, plan, orderPlan, { ...options, profile });
    const rows: AsyncIterable<readonly RawRow[]> = reader.read(wanted);
    for await (const batch of rows) yield map(batch);
  }
  return { file, absentColumns: plan.absent, read };
}
