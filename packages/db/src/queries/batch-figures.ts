import type { Runner, Transaction } from "../connect";

/** Something changed in the events of these batches: until they are counted again they are counted when asked for. */
export async function markBatches(tx: Transaction, batches: Iterable<string>): Promise<void> {
  const changed = [...new Set(batches)];
  if (changed.length > 0)
    await tx`
      insert into batch_recount (batch) select unnest(${changed}::text[]::bigint[]) as batch on conflict do nothing`;
}

/** Counts what was marked. At the end of a transaction that writes events. */
export async function recountBatches(tx: Transaction): Promise<void> {
  const marked = await tx<{ batch: string }[]>`delete from batch_recount returning batch`;
  if (marked.length === 0) return;
  const batches = marked.map(({ batch }) => batch);
  await tx`delete from batch_figure where batch = any(${batches}::text[]::bigint[])`;
  await tx`
    insert into batch_figure (batch, source, events, first_at, last_at, recorded_at)
    select batch, source, ${tx.unsafe(COUNTED)} from order_event
    where batch = any(${batches}::text[]::bigint[]) and superseded_at is null group by batch, source`;
}

const COUNTED = "count(*) as events, min(at) as first_at, max(at) as last_at, max(recorded_at) as recorded_at";

/** Rows `batch, source, events, first_at, last_at, recorded_at`, as if every event were counted now. */
export const batchFigures = (sql: Runner) => sql`
  select batch, source, events, first_at, last_at, recorded_at from batch_figure
  where batch not in (select batch from batch_recount)
  union all
  select r.batch, c.source, c.events, c.first_at, c.last_at, c.recorded_at
  from batch_recount r cross join lateral (
    select source, ${sql.unsafe(COUNTED)} from order_event e where e.batch = r.batch and superseded_at is null
    group by source) c`;
