import type { FindingRow } from "@tianyan/api";
import { useKeys } from "../../../lib/use-keys";
import { orderOf } from "../lib/folding";
import type { Folds } from "./use-folds";

export interface FoldCursor {
  readonly row: FindingRow | undefined;
  /** Stands on a row, as by `j k`. */
  readonly stand: (index: number) => void;
}

/** `→` opens the fold of the row that the keyboard stands on, `←` closes it from anywhere within, `o` does either. */
export function useFoldKeys(folds: Folds, { row, stand }: FoldCursor): void {
  const head = row && folds.rows.find((one) => one.folded > 0 && orderOf(one) === orderOf(row));
  const set = (opening: boolean) => {
    if (!row || !head || folds.isOpen(head) === opening) return;
    if (!opening && row !== head) stand(folds.rows.indexOf(head));
    folds.set(head, opening);
  };
  const toggle = () => set(head !== undefined && !folds.isOpen(head));
  const open = () => set(true);
  const close = () => set(false);
  useKeys({ o: toggle, ArrowRight: open, ArrowLeft: close });
}
