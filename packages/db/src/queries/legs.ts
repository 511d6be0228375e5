import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";
import { keyRows, type OrderKey, rowsOfOrders } from "./keys";

export interface LegRow {
  readonly source: string;
  readonly order_id: string;
  readonly ordinal: number;
  readonly unit: string;
  readonly start_at: number;
  readonly end_at: number | null;
  /** Place of its spell among those of the order. */
  readonly spell: number;
}

export const readLegs = (sql: Runner, keys: readonly OrderKey[]): Promise<readonly LegRow[]> =>
  sql<LegRow[]>`
    select e.* from ${rowsOfOrders(sql, "leg", keys)} order by e.source, e.order_id, e.ordinal`;

/** Puts `legs`, of each order in their order, in the place of all legs of `keys`; their orders are there. */
export async function replaceLegs(tx: Transaction, keys: readonly OrderKey[], legs: readonly LegRow[]): Promise<void> {
  if (keys.length > 0)
    await tx`
      delete from leg l using ${keyRows(tx, keys)} where l.source = k.source and l.order_id = k.order_id`;
  if (legs.length === 0) return;
  const met = new Set<string>();
  const isAgain = ({ source, order_id, unit }: LegRow): boolean => {
    const before = met.size;
    return met.add(JSON.stringify([source, order_id, unit])).size === before;
  };
  const rows = legs.map((leg) => ({
    ...leg,
    again: isAgain(leg),
    start_at: new Date(leg.start_at).toISOString(),
    end_at: leg.end_at === null ? null : new Date(leg.end_at).toISOString(),
  }));
  await tx`
    insert into leg (source, order_id, ordinal, unit, start_at, end_at, spell, again, order_no)
    select r.*, o.no
    from json_to_recordset(${jsonText(rows)}::text::json)
      as r(source text, order_id text, ordinal integer, unit text, start_at timestamptz, end_at timestamptz, spell integer,
        again boolean)
      join orders o on o.source = r.source and o.order_id = r.order_id`;
}
