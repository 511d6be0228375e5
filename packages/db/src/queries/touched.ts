import type { Transaction } from "../connect";
import { keyRows, type OrderKey } from "./keys";

/** Orders that an import touched, remembered for the length of its transaction. */
export const createTouched = (tx: Transaction) =>
  tx`create temporary table touched (source text, order_id text, primary key (source, order_id)) on commit drop`;

export async function touch(tx: Transaction, keys: readonly OrderKey[]): Promise<void> {
  if (keys.length > 0)
    await tx`insert into touched select distinct source, order_id from ${keyRows(tx, keys)} on conflict do nothing`;
}

/** All orders of these sources. */
export const touchSources = (tx: Transaction, sources: readonly string[]) => tx`
  insert into touched select source, order_id from orders where source = any(${sources as string[]}::text[])
  on conflict do nothing`;

/** The next touched keys after `after`, in the order of the primary key. */
export const nextTouched = (tx: Transaction, after: OrderKey | null, limit: number) =>
  tx<{ source: string; order_id: string }[]>`
    select source, order_id from touched
    ${after === null ? tx`` : tx`where (source, order_id) > (${after.source}, ${after.orderId})`}
    order by source, order_id limit ${limit}`;
