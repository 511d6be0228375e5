import type { FindingRow } from "@tianyan/api";

/** Which order a row is of. */
export const orderOf = ({ source, order_id }: Pick<FindingRow, "source" | "order_id">): string =>
  `${source}/${order_id}`;

export interface UnfoldedList {
  /** Rows of the list, each followed by those behind it where its fold is open. */
  readonly rows: readonly FindingRow[];
  /** Ids of those that stand behind another. */
  readonly behind: ReadonlySet<string>;
}

/** Opens folds: `folded` holds, by order, what stands behind its row. */
export function unfold(rows: readonly FindingRow[], folded: ReadonlyMap<string, readonly FindingRow[]>): UnfoldedList {
  const behind = new Set<string>();
  const unfolded = rows.flatMap((row) => {
    const more = row.folded > 0 ? (folded.get(orderOf(row)) ?? []) : [];
    for (const { id } of more) behind.add(id);
    return [row, ...more];
  });
  return { rows: unfolded, behind };
}
