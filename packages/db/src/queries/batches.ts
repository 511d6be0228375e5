import { eq, inArray } from "drizzle-orm";
import type { Orm, Runner, Transaction } from "../connect";
import { importBatch } from "../schema/import-batch";
import { importFile } from "../schema/import-file";
import { jsonText } from "./json";

export interface NewBatch {
  readonly source: string;
  readonly profileHash: string;
  readonly actor: string;
  readonly recordedAt: number;
}

export async function addBatch(tx: Transaction, batch: NewBatch): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into import_batch (source, profile_hash, actor, recorded_at, counts)
    values (${batch.source}, ${batch.profileHash}, ${batch.actor}, ${batch.recordedAt}::timestamptz, '{}') returning id`;
  return row?.id ?? "";
}

export const finishBatch = (tx: Transaction, id: string, counts: Readonly<Record<string, number>>) =>
  tx`update import_batch set counts = ${jsonText(counts)}::text::jsonb where id = ${id}::bigint`;

export interface BatchFile {
  readonly name: string;
  readonly role: string;
  readonly sha256: string;
  readonly profile_hash: string;
  readonly rows: number;
  readonly rejected: number;
}

export async function addFiles(tx: Transaction, batch: string, files: readonly BatchFile[]): Promise<void> {
  const rows = files.map((file, ordinal) => ({ ...file, ordinal }));
  await tx`
    insert into import_file (batch, ordinal, name, role, sha256, profile_hash, rows, rejected)
    select ${batch}::bigint, r.* from json_to_recordset(${jsonText(rows)}::text::json) as r(ordinal integer, name text,
      role text, sha256 text, profile_hash text, rows bigint, rejected bigint)`;
}

export interface RejectRow {
  readonly file: string;
  readonly row: number;
  readonly column_name: string;
  readonly value: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export async function addRejects(tx: Transaction, batch: string, rejects: readonly RejectRow[]): Promise<void> {
  if (rejects.length === 0) return;
  await tx`
    insert into import_reject (batch, file, row, column_name, value, code, zh, en)
    select ${batch}::bigint, r.* from json_to_recordset(${jsonText(rejects)}::text::json) as r(file text, row bigint,
      column_name text, value text, code text, zh text, en text)`;
}

/** Which of these files a batch of the same profile brought before. */
export async function knownFiles(sql: Runner, sha256s: readonly string[], profileHash: string): Promise<Set<string>> {
  const rows = await sql<{ sha256: string }[]>`
    select distinct sha256 from import_file
    where sha256 = any(${sha256s as string[]}::text[]) and profile_hash = ${profileHash}`;
  return new Set(rows.map((row) => row.sha256));
}

export interface BatchRow {
  readonly id: string;
  readonly recordedAt: Date;
  readonly files: readonly string[];
}

/** Batches with the names of their files. */
export async function readBatches(orm: Orm, ids: readonly string[]): Promise<readonly BatchRow[]> {
  const batches = ids.map((id) => BigInt(id));
  const rows = await orm
    .select({ id: importBatch.id, recordedAt: importBatch.recordedAt, file: importFile.name })
    .from(importBatch)
    .leftJoin(importFile, eq(importFile.batch, importBatch.id))
    .where(inArray(importBatch.id, batches))
    .orderBy(importBatch.id, importFile.ordinal);
  const found = new Map<string, { id: string; recordedAt: Date; files: string[] }>();
  for (const { id, recordedAt, file } of rows) {
    const batch = found.get(String(id)) ?? { id: String(id), recordedAt, files: [] };
    if (file !== null) batch.files.push(file);
    found.set(batch.id, batch);
  }
  return [...found.values()];
}

/** Data rows of events files that this profile's source brought so far: refs `#n` and positions go on from there. */
export async function rowsBefore(sql: Runner, source: string): Promise<number> {
  const [row] = await sql<{ rows: string }[]>`
    select coalesce(sum(f.rows), 0) as rows from import_file f join import_batch b on b.id = f.batch
    where b.source = ${source} and f.role = 'events'`;
  return Number(row?.rows ?? 0);
}

/** A twentieth more than the planner knows of changes no plan. */
const GROWTH = 0.05;

/** Lets the planner know what an import brought, where that is much beside what was there. */
export async function refreshStatistics(sql: Runner, rows = Number.POSITIVE_INFINITY): Promise<void> {
  const [row] = await sql<{ known: number }[]>`
    select greatest(reltuples, 0)::float8 as known from pg_class where oid = 'order_event'::regclass`;
  if (rows > (row?.known ?? 0) * GROWTH)
    await sql`analyze orders, order_face, order_event, source_row, finding, finding_face, finding_unit, leg, verdict,
      origin, charge`;
}
