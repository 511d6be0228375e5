import type { FindingRow } from "@tianyan/api";
import { useKeys } from "../../../lib/use-keys";
import { extended, type Selection, selectedRows, toggled } from "../lib/selection";

/** What a list lets its reader do with findings. */
export interface FindingActs {
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  /** Asks what to do with these. */
  readonly onMenu: (rows: readonly FindingRow[]) => void;
  readonly onDismiss: (rows: readonly FindingRow[]) => void;
}

/** `x` chooses the row, `X` all from the last one chosen, `a` and `e` act on what is chosen, else on the row. */
export function useActKeys(
  acts: FindingActs | null,
  rows: readonly FindingRow[],
  current: FindingRow | undefined,
): void {
  const meant = (): readonly FindingRow[] => {
    if (acts === null) return [];
    const chosen = selectedRows(acts.selection, rows);
    return chosen.length > 0 || !current ? chosen : [current];
  };
  const ask = (by: "onMenu" | "onDismiss") => (event: KeyboardEvent) => {
    const on = meant();
    if (acts === null || on.length === 0) return;
    // The letter must not end in the field that opens.
    event.preventDefault();
    acts[by](on);
  };
  const choose = () => {
    if (acts && current) acts.onSelection(toggled(acts.selection, current.id));
  };
  const chooseUpTo = () => {
    const order = rows.map(({ id }) => id);
    if (acts && current) acts.onSelection(extended(acts.selection, order, current.id));
  };
  useKeys({ x: choose, X: chooseUpTo, a: ask("onMenu"), e: ask("onDismiss") });
}
