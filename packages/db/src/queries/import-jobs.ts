import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

/** An import as it is recorded; what is JSON in it is for the server to read. */
export interface ImportJobRow {
  readonly id: string;
  readonly state: string;
  readonly via: string;
  readonly actor: string;
  readonly source: string | null;
  readonly names: readonly string[];
  readonly profile: unknown;
  readonly batch: string | null;
  readonly files: unknown;
  readonly progress: unknown;
  readonly summary: unknown;
  readonly error: unknown;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
  readonly undone_at: number | null;
  readonly undone_by: string | null;
  /** What it was begun from; empty where it was not uploaded. */
  readonly uploads: readonly string[];
  /** What was said of single tables of those. */
  readonly tables: unknown;
  /** How often it was begun. */
  readonly attempts: number;
  /** Its batch left an account by which it can be taken back. */
  readonly accounted: boolean;
}

export interface NewImportJob {
  readonly state: string;
  readonly via: string;
  readonly actor: string;
  readonly source: string | null;
  readonly names: readonly string[];
  readonly uploads: readonly string[];
  readonly profile: unknown;
  readonly tables: unknown;
}

export async function addImportJob(sql: Runner, job: NewImportJob, at: number): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into import_job (state, via, actor, source, names, uploads, profile, tables, created_at)
    values (${job.state}, ${job.via}, ${job.actor}, ${job.source}, ${job.names as string[]}::text[],
      ${job.uploads as string[]}::text[], ${job.profile === null ? null : jsonText(job.profile)}::text::jsonb,
      ${jsonText(job.tables)}::text::jsonb, ${at}::timestamptz) returning id`;
  return row?.id ?? "";
}

export interface ImportJobChange {
  readonly state?: string;
  readonly source?: string;
  readonly batch?: string | null;
  readonly files?: unknown;
  readonly progress?: unknown;
  readonly summary?: unknown;
  readonly error?: unknown;
  readonly profile?: unknown;
  readonly tables?: unknown;
  readonly started_at?: number;
  readonly finished_at?: number | null;
  readonly undone_at?: number;
  readonly undone_by?: string;
  readonly attempts?: number;
}

const JSONS = ["files", "progress", "summary", "error", "profile", "tables"] as const;
const INSTANTS = ["started_at", "finished_at", "undone_at"] as const;
const TEXTS = ["state", "source", "undone_by"] as const;

/** Writes the fields that are given; `from` are the states that it may be in, else nothing is done and false is answered. */
export async function changeImportJob(
  sql: Runner | Transaction,
  id: string,
  change: ImportJobChange,
  from?: readonly string[],
): Promise<boolean> {
  const sets = [];
  for (const name of TEXTS) if (change[name] !== undefined) sets.push(sql`${sql(name)} = ${change[name]}`);
  for (const name of INSTANTS) {
    const at = change[name];
    if (at !== undefined) sets.push(sql`${sql(name)} = ${at}::timestamptz`);
  }
  for (const name of JSONS) {
    const value = change[name];
    if (value !== undefined) sets.push(sql`${sql(name)} = ${value === null ? null : jsonText(value)}::text::jsonb`);
  }
  if (change.attempts !== undefined) sets.push(sql`attempts = ${change.attempts}::int`);
  if (change.batch !== undefined) sets.push(sql`batch = ${change.batch}::bigint`);
  const [first, ...others] = sets;
  if (!first) return false;
  const rows = await sql`
    update import_job set ${first} ${others.map((set) => sql`, ${set}`)}
    where id = ${id}::bigint ${from ? sql`and state = any(${from as string[]}::text[])` : sql``} returning 1`;
  return rows.length > 0;
}

const accounted = (sql: Runner) =>
  sql`exists (select from import_batch b where b.id = j.batch and b.brought is not null) as accounted`;

export async function readImportJob(sql: Runner, id: string): Promise<ImportJobRow | null> {
  const [row] = await sql<ImportJobRow[]>`
    select j.*, ${accounted(sql)} from import_job j where id = ${id}::bigint`;
  return row ?? null;
}

/** Imports of these sources, and those of `actor` of which no source is known yet. */
export interface ImportJobScope {
  readonly sources: readonly string[];
  readonly actor: string;
}

export interface ImportJobCriteria {
  /** Null: all. */
  readonly scope: ImportJobScope | null;
  readonly sources: readonly string[];
  readonly states: readonly string[];
  readonly ways: readonly string[];
  /** The last of the page before. */
  readonly before: string | null;
  readonly limit: number;
}

/** Newest first. */
export const listImportJobs = (sql: Runner, criteria: ImportJobCriteria): Promise<readonly ImportJobRow[]> =>
  sql<ImportJobRow[]>`
    select j.*, ${accounted(sql)} from import_job j
    where true
      ${
        criteria.scope === null
          ? sql``
          : sql`and (source = any(${criteria.scope.sources as string[]}::text[])
              or (source is null and actor = ${criteria.scope.actor}))`
      }
      ${criteria.sources.length > 0 ? sql`and source = any(${criteria.sources as string[]}::text[])` : sql``}
      ${criteria.states.length > 0 ? sql`and state = any(${criteria.states as string[]}::text[])` : sql``}
      ${criteria.ways.length > 0 ? sql`and via = any(${criteria.ways as string[]}::text[])` : sql``}
      ${criteria.before === null ? sql`` : sql`and id < ${criteria.before}::bigint`}
    order by id desc limit ${criteria.limit}`;

/** Begins one that waits, and answers how often it was begun by now; null: it waits no more. */
export async function beginImportJob(sql: Runner, id: string, at: number): Promise<number | null> {
  // Reading already: it was begun, and the answer was lost.
  const [row] = await sql<{ attempts: number }[]>`
    update import_job set state = 'reading', started_at = ${at}::timestamptz, attempts = attempts + 1
    where id = ${id}::bigint and state in ('waiting', 'reading') returning attempts`;
  return row?.attempts ?? null;
}

/** Which of these are in one of these states. */
export async function importJobsInState(
  sql: Runner,
  ids: readonly string[],
  states: readonly string[],
): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from import_job
    where id = any(${ids as string[]}::text[]::bigint[]) and state = any(${states as string[]}::text[])`;
  return rows.map(({ id }) => id);
}

/** Those on which somebody should be at work, oldest first. */
export const unfinishedImportJobs = (sql: Runner): Promise<readonly ImportJobRow[]> =>
  sql<ImportJobRow[]>`
    select j.*, ${accounted(sql)} from import_job j
    where state in ('waiting', 'reading', 'recording', 'judging', 'undoing') order by id`;

/** Takes one out of the history of which nothing came, if it is in one of these states. */
export const removeImportJob = (sql: Runner, id: string, from: readonly string[]) =>
  sql`delete from import_job where id = ${id}::bigint and batch is null and state = any(${from as string[]}::text[])`;

/** How many orders wait in the staging table. */
export async function countStagedOrders(sql: Runner): Promise<number> {
  const [row] = await sql<{ orders: number }[]>`
    select count(*)::int as orders from (select distinct order_id from import_staging) s`;
  return row?.orders ?? 0;
}

export interface RejectCriteria {
  readonly batch: string;
  readonly codes: readonly string[];
  readonly after: string | null;
  readonly limit: number;
}

export interface StoredReject {
  readonly id: string;
  readonly file: string;
  readonly row: string;
  readonly column_name: string;
  readonly value: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** In the order in which they were met. */
export const listRejectRows = (sql: Runner, criteria: RejectCriteria): Promise<readonly StoredReject[]> =>
  sql<StoredReject[]>`
    select id, file, row, column_name, value, code, zh, en from import_reject
    where batch = ${criteria.batch}::bigint
      ${criteria.codes.length > 0 ? sql`and code = any(${criteria.codes as string[]}::text[])` : sql``}
      ${criteria.after === null ? sql`` : sql`and id > ${criteria.after}::bigint`}
    order by id limit ${criteria.limit}`;

export const countRejects = (sql: Runner, batch: string) =>
  sql<{ code: string; zh: string; en: string; count: number }[]>`
    select code, min(zh) as zh, min(en) as en, count(*)::int as count from import_reject
    where batch = ${batch}::bigint group by code order by count desc, code`;

const REJECTS_REMEMBERED = 100;

/** The last imports that left rows out and had a profile of their own, newest first. */
export const importsWithRejects = (sql: Runner) =>
  sql<{ id: string; profile: Readonly<Record<string, unknown>> }[]>`
    select id, profile from import_job
    where state = 'done' and profile is not null and (summary ->> 'rejected')::int > 0
    order by id desc limit ${REJECTS_REMEMBERED}`;

/** Imports by the batches they brought. */
export const importsOfBatches = (sql: Runner, batches: readonly string[]) =>
  sql<{ id: string; names: readonly string[] }[]>`
    select id, names from import_job where batch = any(${batches as string[]}::text[]::bigint[]) order by id`;
