import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";
import { keyRows, type OrderKey, rowsOfOrders } from "./keys";

export interface VerdictRow {
  readonly source: string;
  readonly order_id: string;
  readonly ordinal: number;
  readonly unit: string;
  readonly centre: string;
  readonly approved: boolean;
  readonly at: number;
}

export const readVerdicts = (sql: Runner, keys: readonly OrderKey[]): Promise<readonly VerdictRow[]> =>
  sql<VerdictRow[]>`
    select e.* from ${rowsOfOrders(sql, "verdict", keys)} order by e.source, e.order_id, e.ordinal`;

/** Puts `verdicts` in the place of all verdicts of `keys`. */
export async function replaceVerdicts(
  tx: Transaction,
  keys: readonly OrderKey[],
  verdicts: readonly VerdictRow[],
): Promise<void> {
  if (keys.length > 0)
    await tx`delete from verdict v using ${keyRows(tx, keys)} where v.source = k.source and v.order_id = k.order_id`;
  if (verdicts.length === 0) return;
  const rows = verdicts.map((verdict) => ({ ...verdict, at: new Date(verdict.at).toISOString() }));
  await tx`
    insert into verdict (source, order_id, ordinal, unit, centre, approved, at)
    select * from json_to_recordset(${jsonText(rows)}::text::json)
      as r(source text, order_id text, ordinal integer, unit text, centre text, approved boolean, at timestamptz)`;
}
