/** Rows chosen for a bulk act, by their ids; `anchor` is the one toggled last, where a range begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const NONE_SELECTED: Selection = { ids: new Set(), anchor: null };

/** One row more, or one less. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Everything from the anchor to this row, both included; without an anchor in the list only this row. */
export function extended({ ids, anchor }: Selection, order: readonly string[], id: string): Selection {
  const to = order.indexOf(id);
  if (to < 0) return { ids, anchor };
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const range = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), anchor: id };
}

/** What of the selection is still in the list, in the list's order. */
export const selectedRows = <T extends { readonly id: string }>({ ids }: Selection, rows: readonly T[]): T[] =>
  ids.size === 0 ? [] : rows.filter((row) => ids.has(row.id));
