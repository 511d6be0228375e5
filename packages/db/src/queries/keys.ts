import type { Runner, Transaction } from "../connect";

/** The key of an order, and of everything that hangs on it. */
export interface OrderKey {
  readonly source: string;
  readonly orderId: string;
}

/** A rowset `k(source, order_id)` of these keys. */
export const keyRows = (sql: Runner, keys: readonly OrderKey[]) =>
  sql`unnest(${keys.map((key) => key.source)}::text[], ${keys.map((key) => key.orderId)}::text[]) as k(source, order_id)`;

/**
 * The rows of a table, `e`, that belong to these orders, found by its primary key one order after the other: left to itself
 * the planner reads and sorts the whole table, because it cannot know how few there are.
 */
export const rowsOfOrders = (sql: Runner, table: KeyedTable, keys: readonly OrderKey[], as = "e") => sql`
  ${keyRows(sql, keys)} cross join lateral (
    select * from ${sql(table)} t where t.source = k.source and t.order_id = k.order_id offset 0) ${sql(as)}`;

/** Tables whose primary key, or an index, begins with source and order. */
type KeyedTable = "orders" | "order_event" | "source_row" | "callers" | "leg" | "verdict" | "finding" | "decision";

/** Changes of this transaction find their rows by key too: it writes few at a time into tables whose statistics are old. */
export const writeByKey = (tx: Transaction) =>
  tx`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`;

/** One text for one key; neither part can hold NUL. */
export const keyText = (key: OrderKey): string => `${key.source}\u0000${key.orderId}`;

/** Rows by the order they belong to. */
export function byOrder<T extends { readonly source: string; readonly order_id: string }>(
  rows: Iterable<T>,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyText({ source: row.source, orderId: row.order_id });
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
