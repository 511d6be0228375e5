import type { FindingFilterInput, FindingRow } from "@tianyan/api";
import { useState } from "react";
import type { ListShape } from "../api/findings";
import { useFolded } from "../api/findings";
import { orderOf, type UnfoldedList, unfold } from "../lib/folding";

/** Folds of a list: which are open, and what is behind them. */
export interface Folds extends UnfoldedList {
  readonly isOpen: (row: FindingRow) => boolean;
  /** Opens or closes the fold that the row is in or before; nothing where there is none. */
  readonly set: (row: FindingRow, open: boolean) => void;
}

export interface FoldedList {
  readonly rows: readonly FindingRow[];
  readonly filter: FindingFilterInput;
  readonly sort: ListShape["sort"];
  /** The instant the rows speak of. */
  readonly at: string | undefined;
}

export function useFolds({ rows, filter, sort, at }: FoldedList): Folds {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const opened = rows.filter((row) => row.folded > 0 && open.has(orderOf(row)));
  const behind = useFolded(opened, filter, sort, at);
  const folded = new Map(opened.map((row, index) => [orderOf(row), behind[index] ?? []]));
  return {
    ...unfold(rows, folded),
    isOpen: (row) => open.has(orderOf(row)),
    set: (row, opening) => {
      const next = new Set(open);
      if (opening) next.add(orderOf(row));
      else next.delete(orderOf(row));
      setOpen(next);
    },
  };
}
