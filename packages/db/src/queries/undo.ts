import type { Runner, Transaction } from "../connect";
import type { Brought } from "./batch-account";
import { markBatches } from "./batch-figures";
import { jsonText } from "./json";
import { keyRows, type OrderKey } from "./keys";

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
  const [later] = await tx<{ some: boolean }[]>`
    select exists (select from import_batch where id > ${batch}::bigint and undone_at is null) as some`;
  if (!later?.some) return [];
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

/**
 * Takes out the rows of a batch of these orders, and what it said of them; orders of which nothing else is known go whole, from `touched`,
 * too. Answers with how many went.
 */
export async function removeBatchRows(
  tx: Transaction,
  { id, recorded_at }: Pick<UndoneBatch, "id" | "recorded_at">,
  keys: readonly OrderKey[],
): Promise<number> {
  const own = keyRows(tx, keys);
  await tx`
    delete from order_event e using ${own} where e.source = k.source and e.order_id = k.order_id and e.batch = ${id}::bigint`;
  await tx`
    delete from source_row e using ${own} where e.source = k.source and e.order_id = k.order_id and e.batch = ${id}::bigint`;
  await tx`
    delete from callers e using ${own} where e.source = k.source and e.order_id = k.order_id and e.batch = ${id}::bigint`;
  const restored = await tx<{ batch: string }[]>`
    with restored as (
      update order_event e set superseded_at = null from ${own}
      where e.source = k.source and e.order_id = k.order_id and e.superseded_at = ${recorded_at}::timestamptz
      returning e.batch)
    select distinct batch from restored`;
  await markBatches(tx, [id, ...restored.map(({ batch }) => batch)]);
  await tx`
    update orders o set title = a.title, content = a.content, category = a.category, order_type = a.order_type,
      urgency = a.urgency, sla_class = a.sla_class, district = a.district, channel = a.channel, line = a.line,
      citizen_key = a.citizen_key, location = a.location, demand_class = a.demand_class
    from ${own}, order_before b, jsonb_populate_record(null::orders, b.attributes) a
    where b.source = k.source and b.order_id = k.order_id and b.batch = ${id}::bigint
      and o.source = b.source and o.order_id = b.order_id`;
  await tx`
    delete from order_before b using ${own}
    where b.source = k.source and b.order_id = k.order_id and b.batch = ${id}::bigint`;
  const left = await tx<{ source: string; order_id: string; heir: string | null }[]>`
    select o.source, o.order_id, (select min(r.batch) from (
        select e.batch from order_event e where e.source = o.source and e.order_id = o.order_id
        union all select s.batch from source_row s where s.source = o.source and s.order_id = o.order_id) r) as heir
    from ${own} join orders o on o.source = k.source and o.order_id = k.order_id
    where o.batch = ${id}::bigint`;
  const keyOf = (row: (typeof left)[number]): OrderKey => ({ source: row.source, orderId: row.order_id });
  const gone = left.filter(({ heir }) => heir === null).map(keyOf);
  await removeOrders(tx, gone);
  await bequeathOrders(
    tx,
    left.flatMap((row) => (row.heir === null ? [] : [{ ...keyOf(row), heir: row.heir }])),
  );
  return gone.length;
}

/** Nothing is known of these any more. */
async function removeOrders(tx: Transaction, keys: readonly OrderKey[]): Promise<void> {
  if (keys.length === 0) return;
  for (const table of ["finding", "leg", "verdict", "callers", "orders", "touched"])
    await tx`delete from ${tx(table)} f using ${keyRows(tx, keys)} where f.source = k.source and f.order_id = k.order_id`;
}

/** Of these only events of other batches are left: they are of the earliest of those, and nobody said what they are about. */
async function bequeathOrders(
  tx: Transaction,
  heirs: readonly (OrderKey & { readonly heir: string })[],
): Promise<void> {
  if (heirs.length === 0) return;
  const rows = heirs.map(({ source, orderId, heir }) => ({ source, order_id: orderId, heir }));
  await tx`
    update orders o set title = '', content = '', category = '', order_type = '', urgency = '', sla_class = '',
      district = '', channel = '', line = '', citizen_key = '', location = '', demand_class = 'normal',
      batch = l.heir, recorded_at = b.recorded_at
    from json_to_recordset(${jsonText(rows)}::text::json) as l(source text, order_id text, heir bigint)
      join import_batch b on b.id = l.heir
    where o.source = l.source and o.order_id = l.order_id`;
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
