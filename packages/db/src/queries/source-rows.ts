import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";
import { type OrderKey, rowsOfOrders } from "./keys";

/** A mapped row of a source of shape state or step; `cells` is the row as ingest gave it. */
export interface SourceRow {
  readonly source: string;
  readonly order_id: string;
  readonly position: string;
  readonly ref: string;
  readonly cells: unknown;
}

export const readSourceRows = (sql: Runner, keys: readonly OrderKey[]): Promise<readonly SourceRow[]> =>
  sql<SourceRow[]>`
    select e.source, e.order_id, e.position, e.ref, e.cells
    from ${rowsOfOrders(sql, "source_row", keys)}
    order by e.source, e.order_id, e.position`;

export interface NewSourceRow {
  readonly source: string;
  readonly order_id: string;
  readonly position: number;
  readonly ref: string;
  readonly cells: unknown;
}

export async function insertSourceRows(
  tx: Transaction,
  rows: readonly NewSourceRow[],
  batch: string,
  recordedAt: number,
): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    insert into source_row (source, order_id, position, ref, cells, batch, recorded_at)
    select r.*, ${batch}::bigint, ${recordedAt}::timestamptz
    from json_to_recordset(${jsonText(rows)}::text::json)
      as r(source text, order_id text, position bigint, ref text, cells jsonb)`;
}
