import type { Runner, Transaction } from "../connect";
import type { Brought } from "./batch-account";
import { markBatches } from "./batch-figures";
import { jsonText } from "./json";

export interface UndoneBatch {
  readonly id: string;
  readonly source: string;
  readonly recorded_at: number;
  readonly undone_at: number | null;
  readonly brought: Brought | null;
}

export async function readBatchToUndo(sql: Runner, id: string): Promise<UndoneBatch | null> {
  const [row] = await sql<UndoneBatch[]>`
    select id, source, recorded_at, undone_at, brought from import_batch where id = ${id}::bigint`;
  return row ?? null;
}

/** Later batches, not undone, that lean on the rows of this one: corrected them, or found them on record. */
export async function batchesBuiltUpon(tx: Transaction, batch: string): Promise<readonly string[]> {
  await tx`select set_config('enable_hashjoin', 'on', true)`;
  const rows = await tx<{ batch: string }[]>`
    select b.id as batch from import_batch b
    where b.id > ${batch}::bigint and b.undone_at is null and (
      exists (select from batch_overlap o where o.earlier = ${batch}::bigint and o.batch = b.id)
      or b.id in (
        select later.batch from order_event mine join order_event later using (source, order_id, ref)
        where mine.batch = ${batch}::bigint and mine.has_id and later.has_id and later.batch > ${batch}::bigint))
    order by b.id`;
  await tx`select set_config('enable_hashjoin', 'off', true)`;
  return rows.map((row) => row.batch);
}

/** Every batch but this one that was not undone, newest first. */
export const standingBatches = (tx: Transaction, batch: string) =>
  tx<{ id: string; source: string; brought: Brought | null }[]>`
    select id, source, brought from import_batch where id <> ${batch}::bigint and undone_at is null order by id desc`;

/** Remembers, in `touched`, every order that the batch brought something for. */
export const touchBatch = (tx: Transaction, batch: string) => tx`
  insert into touched
  select source, order_id from order_event where batch = ${batch}::bigint
  union select source, order_id from source_row where batch = ${batch}::bigint
  union select source, order_id from orders where batch = ${batch}::bigint
  union select source, order_id from order_before where batch = ${batch}::bigint
  on conflict do nothing`;

/** Takes out the rows of a batch, and what it said of orders; orders of which nothing else is known go whole. */
export async function removeBatchRows(tx: Transaction, batch: string, recordedAt: number): Promise<void> {
  await tx`select set_config('enable_hashjoin', 'on', true)`;
  await tx`delete from order_event where batch = ${batch}::bigint`;
  await markBatches(tx, [batch]);
  await tx`delete from source_row where batch = ${batch}::bigint`;
  await tx`delete from callers where batch = ${batch}::bigint`;
  const restored = await tx<{ batch: string }[]>`
    with restored as (
      update order_event e set superseded_at = null from touched t
      where e.source = t.source and e.order_id = t.order_id and e.superseded_at = ${recordedAt}::timestamptz
      returning e.batch)
    select distinct batch from restored`;
  await markBatches(
    tx,
    restored.map((row) => row.batch),
  );
  await tx`
    update orders o set title = a.title, content = a.content, category = a.category, order_type = a.order_type,
      urgency = a.urgency, sla_class = a.sla_class, district = a.district, channel = a.channel, line = a.line,
      citizen_key = a.citizen_key, location = a.location, demand_class = a.demand_class
    from order_before b, jsonb_populate_record(null::orders, b.attributes) a
    where b.batch = ${batch}::bigint and o.source = b.source and o.order_id = b.order_id`;
  await tx`delete from order_before where batch = ${batch}::bigint`;
  await tx`
    create temporary table left_over on commit drop as
    select o.source, o.order_id, (select min(r.batch) from (
        select e.batch from order_event e where e.source = o.source and e.order_id = o.order_id
        union all select s.batch from source_row s where s.source = o.source and s.order_id = o.order_id) r) as heir
    from orders o where o.batch = ${batch}::bigint`;
  await tx`
    delete from finding f using left_over l where l.heir is null and f.source = l.source and f.order_id = l.order_id`;
  await tx`delete from leg f using left_over l where l.heir is null and f.source = l.source and f.order_id = l.order_id`;
  await tx`
    delete from callers c using left_over l where l.heir is null and c.source = l.source and c.order_id = l.order_id`;
  await tx`
    delete from verdict f using left_over l where l.heir is null and f.source = l.source and f.order_id = l.order_id`;
  await tx`
    delete from orders o using left_over l where l.heir is null and o.source = l.source and o.order_id = l.order_id`;
  await tx`delete from touched t using left_over l where l.heir is null and t.source = l.source and t.order_id = l.order_id`;
  await tx`
    update orders o set title = '', content = '', category = '', order_type = '', urgency = '', sla_class = '',
      district = '', channel = '', line = '', citizen_key = '', location = '', demand_class = 'normal',
      batch = l.heir, recorded_at = b.recorded_at
    from left_over l join import_batch b on b.id = l.heir
    where o.source = l.source and o.order_id = l.order_id`;
  await tx`select set_config('enable_hashjoin', 'off', true)`;
}

/** The newest batch that brought rows of a source of shape state or step. */
export const heirOf = async (tx: Transaction, source: string): Promise<string | null> => {
  const [row] = await tx<
    { batch: string | null }[]
  >`select max(batch) as batch from source_row where source = ${source}`;
  return row?.batch ?? null;
};

/** Kinds of which the source has events. */
export async function kindsOnRecord(tx: Transaction, source: string): Promise<readonly string[]> {
  const rows = await tx<{ kind: string }[]>`
    select distinct kind from order_event where source = ${source} and superseded_at is null order by kind`;
  return rows.map(({ kind }) => kind);
}

export const setRecordedKinds = (tx: Transaction, source: string, kinds: readonly string[]) =>
  tx`update source set recorded = ${kinds as string[]}::text[] where code = ${source}`;

export const countOrdersOf = async (tx: Transaction, source: string): Promise<number> => {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from orders where source = ${source}`;
  return row?.n ?? 0;
};

export const removeSource = (tx: Transaction, code: string) => tx`delete from source where code = ${code}`;

/**
 * The batch counts as undone, and its files as never seen. Their rows keep their numbers while a later batch of the source stands: those
 * that come next must not be taken for its.
 */
export async function markUndone(tx: Transaction, batch: string, source: string, at: number): Promise<void> {
  await tx`update import_batch set undone_at = ${at}::timestamptz where id = ${batch}::bigint`;
  await tx`update import_file set sha256 = '', rejected = 0 where batch = ${batch}::bigint`;
  await tx`delete from batch_overlap where batch = ${batch}::bigint`;
  await tx`
    delete from import_file f using import_batch b
    where b.id = f.batch and b.source = ${source} and b.undone_at is not null
      and b.id > coalesce((select max(s.id) from import_batch s where s.source = ${source} and s.undone_at is null), 0)`;
  await tx`delete from ingest_request where batch = ${batch}::bigint`;
}

/** Which of these words any event on record uses. */
export async function wordsInUse(tx: Transaction, words: readonly string[]): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set();
  const rows = await tx<{ word: string }[]>`
    select distinct w.word from order_event e, lateral (values (e.unit), (e.to_unit)) as w(word)
    where e.superseded_at is null and w.word = any(${words as string[]}::text[])`;
  return new Set(rows.map(({ word }) => word));
}

/** Puts a unit back as it was. */
export const restoreUnit = (tx: Transaction, unit: unknown) => tx`
  update unit u set name = r.name, pinyin = r.pinyin, parent = r.parent, kind = r.kind, aliases = r.aliases,
    provisional = r.provisional
  from json_to_record(${jsonText(unit)}::text::json)
    as r(code text, name text, pinyin text, parent text, kind text, aliases text[], provisional boolean)
  where u.code = r.code`;

export const removeUnits = (tx: Transaction, codes: readonly string[]) =>
  tx`delete from unit where code = any(${codes as string[]}::text[])`;
