import type { Runner } from "../connect";

/** The key of an order, and of everything that hangs on it. */
export interface OrderKey {
  readonly source: string;
  readonly orderId: string;
}

/** A rowset `k(source, order_id)` of these keys. */
export const keyRows = (sql: Runner, keys: readonly OrderKey[]) =>
  sql`unnest(${keys.map((key) => key.source)}::text[], ${keys.map((key) => key.orderId)}::text[]) as k(source, order_id)`;

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
