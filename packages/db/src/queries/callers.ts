import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";
import { type OrderKey, rowsOfOrders } from "./keys";

/** What a batch says of the caller of an order, encrypted; bytes in base64. */
export interface NewCaller {
  readonly source: string;
  readonly order_id: string;
  readonly stated: boolean;
  readonly key_id: string;
  readonly sealed: string;
  readonly digest: string;
  readonly phone_hash: string | null;
  readonly id_hash: string | null;
}

const GIVEN = `source text, order_id text, stated boolean, key_id text, sealed text, digest text, phone_hash text, id_hash text`;

/** Adds what is new of them. What an earlier batch said last is not said again, but leans on that batch. */
export async function addCallers(tx: Transaction, callers: readonly NewCaller[], batch: string): Promise<void> {
  if (callers.length === 0) return;
  const rows = jsonText(callers);
  const last = tx`
    lateral (select c.batch, c.stated, c.digest from callers c
      where c.source = r.source and c.order_id = r.order_id and c.batch <> ${batch}::bigint
      order by c.batch desc limit 1) l`;
  await tx`
    insert into batch_overlap (batch, earlier)
    select distinct ${batch}::bigint, l.batch
    from json_to_recordset(${rows}::text::json) as r(${tx.unsafe(GIVEN)}), ${last}
    where l.digest = decode(r.digest, 'base64') and l.stated = r.stated
    on conflict do nothing`;
  await tx`
    insert into callers (source, order_id, batch, stated, key_id, sealed, digest, phone_hash, id_hash)
    select r.source, r.order_id, ${batch}::bigint, r.stated, r.key_id, decode(r.sealed, 'base64'), decode(r.digest, 'base64'),
      decode(r.phone_hash, 'base64'), decode(r.id_hash, 'base64')
    from json_to_recordset(${rows}::text::json) as r(${tx.unsafe(GIVEN)})
    where not exists (select from ${last} where l.digest = decode(r.digest, 'base64') and l.stated = r.stated)`;
}

export interface StoredCaller {
  readonly source: string;
  readonly order_id: string;
  readonly batch: string;
  readonly stated: boolean;
  readonly key_id: string;
  readonly sealed: Buffer;
}

/** Everything that was said of the callers of these orders, oldest first. */
export const readCallers = (sql: Runner, keys: readonly OrderKey[]): Promise<readonly StoredCaller[]> =>
  sql<StoredCaller[]>`
    select e.source, e.order_id, e.batch, e.stated, e.key_id, e.sealed
    from ${rowsOfOrders(sql, "callers", keys)}
    order by e.source, e.order_id, e.batch`;

/** Orders of which some batch said that this number called; at most `limit`. */
export async function ordersOfCaller(
  sql: Runner,
  by: "phone" | "id_number",
  hash: Buffer,
  limit: number,
): Promise<readonly OrderKey[]> {
  const column = by === "phone" ? "phone_hash" : "id_hash";
  const rows = await sql<{ source: string; order_id: string }[]>`
    select distinct source, order_id from callers where ${sql(column)} = ${hash} order by source, order_id limit ${limit}`;
  return rows.map((row) => ({ source: row.source, orderId: row.order_id }));
}
