import type { Transaction } from "../connect";
import { jsonText } from "./json";

/** Attributes of an order, as columns of `orders`. */
const ATTRIBUTES = `title, content, category, order_type, urgency, sla_class, district, channel, line, citizen_key,
  location, demand_class`;

/** Remembers the orders on record of which the staged rows say something, as they are before the batch. */
export async function keepOrdersBefore(tx: Transaction): Promise<void> {
  await tx`select set_config('enable_hashjoin', 'on', true)`;
  await tx.unsafe(`
    create temporary table met_before on commit drop as
    select source, order_id, batch, to_jsonb(o) as attributes
    from (select source, order_id, batch, ${ATTRIBUTES} from orders) o
    where order_id in (select order_id from import_staging where is_order)`);
}

/** Writes down what a batch changed in orders on record, and whose rows it leans on. After everything was recorded. */
export async function keepBatchAccount(
  tx: Transaction,
  batch: string,
  { source, known }: { readonly source: string; readonly known: boolean },
): Promise<void> {
  await tx`select set_config('enable_hashjoin', 'on', true)`;
  const [met] = await tx<{ some: boolean }[]>`select exists (select from met_before) as some`;
  if (met?.some) {
    // An order that other batches described is theirs too: this batch filled in what they left, or says it again.
    await tx`
      insert into batch_overlap (batch, earlier)
      select distinct ${batch}::bigint, m.batch from met_before m where m.batch <> ${batch}::bigint
      union
      select distinct ${batch}::bigint, b.batch from order_before b join met_before m using (source, order_id)
      where b.batch <> ${batch}::bigint
      on conflict do nothing`;
    await tx.unsafe(
      `insert into order_before (batch, source, order_id, attributes)
      select $1::bigint, m.source, m.order_id, m.attributes - 'source' - 'order_id' - 'batch'
      from met_before m join (select source, order_id, batch, ${ATTRIBUTES} from orders) o using (source, order_id)
      where m.attributes is distinct from to_jsonb(o)`,
      [batch],
    );
  }
  if (known)
    await tx`
      insert into batch_overlap (batch, earlier)
      select distinct ${batch}::bigint, e.batch
      from import_staging s join order_event e using (order_id)
      where not s.is_order and e.batch <> ${batch}::bigint
        and ((e.has_id and s.ref = e.ref) or e.at = to_timestamp(s.at / 1000.0) or s.cells is not null)
      on conflict do nothing`;
  // Rows that went to an order of another source, because an earlier batch said whose it is.
  await tx`
    insert into batch_overlap (batch, earlier)
    select distinct ${batch}::bigint, o.batch
    from order_event e join orders o using (source, order_id)
    where e.batch = ${batch}::bigint and e.source <> ${source} and o.batch <> ${batch}::bigint
    on conflict do nothing`;
  await tx`select set_config('enable_hashjoin', 'off', true)`;
}

export interface UnitBefore {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly provisional: boolean;
}

/** What a batch did beside events and orders. */
export interface Brought {
  /** Sources as it describes them. */
  readonly sources: readonly { readonly code: string }[];
  /** Units as they were before (null: not there) and after it. */
  readonly units: readonly { readonly code: string; readonly before: UnitBefore | null; readonly after: UnitBefore }[];
  /** Rows of the catalogue that it lists, and whether they are new. */
  readonly competence: readonly { readonly category: string; readonly unit: string; readonly added: boolean }[];
}

export const keepBrought = (tx: Transaction, batch: string, brought: Brought) =>
  tx`update import_batch set brought = ${jsonText(brought)}::text::jsonb where id = ${batch}::bigint`;

/** Sources whose orders or events a batch brought. */
export async function sourcesOfBatch(tx: Transaction, batch: string): Promise<readonly string[]> {
  const rows = await tx<{ source: string }[]>`
    select source from orders where batch = ${batch}::bigint
    union select source from order_event where batch = ${batch}::bigint
    union select source from source_row where batch = ${batch}::bigint`;
  return rows.map(({ source }) => source);
}
