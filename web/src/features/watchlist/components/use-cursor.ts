import type { FindingRow } from "@tianyan/api";
import { type KeyboardEvent, useState } from "react";
import type { OrderKey } from "../../../lib/order-key";
import { useKeys } from "../../../lib/use-keys";

export interface CursorOptions {
  readonly rows: readonly FindingRow[];
  readonly opened: OrderKey | null;
  readonly onOpen: (row: FindingRow) => void;
  readonly onClose: () => void;
  readonly reveal: (index: number) => void;
}

const belongsTo = (row: FindingRow, order: OrderKey): boolean =>
  row.source === order.source && row.order_id === order.orderId;

/** Where the keyboard stood last. */
interface Stand {
  readonly id: string;
  readonly index: number;
}

/** A row that has left the list gives its place to the one that took it: who works down a list stays where they were. */
function indexOf(rows: readonly FindingRow[], stand: Stand | null, opened: OrderKey | null): number {
  if (stand === null) return opened ? rows.findIndex((row) => belongsTo(row, opened)) : -1;
  const kept = rows.findIndex((row) => row.id === stand.id);
  return kept >= 0 ? kept : Math.min(stand.index, rows.length - 1);
}

/** The row that the keyboard stands on: `j k` walk, `Enter` opens, `Esc` closes; an open order follows the walk. */
export function useCursor({ rows, opened, onOpen, onClose, reveal }: CursorOptions) {
  const [at, setAt] = useState<Stand | null>(null);
  const index = indexOf(rows, at, opened);

  const stand = (next: number) => {
    const row = rows[next];
    if (!row) return;
    setAt({ id: row.id, index: next });
    reveal(next);
    if (opened !== null && !belongsTo(row, opened)) onOpen(row);
  };
  const step = (by: number) => stand(index < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, index + by)));
  const openCurrent = (event: Event) => {
    const row = rows[index];
    // A focused button or link keeps its own Enter.
    if (row && !(event.target instanceof Element && event.target.closest("a, button"))) onOpen(row);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: openCurrent,
    Escape: onClose,
  });
  return {
    row: rows[index],
    choose: (next: number) => {
      const row = rows[next];
      if (!row) return;
      setAt({ id: row.id, index: next });
      onOpen(row);
    },
    /** The grid's own keys, beside the letters. */
    onKeyDown: (event: KeyboardEvent) => {
      const steps: Record<string, number> = {
        ArrowDown: 1,
        ArrowUp: -1,
        PageDown: 12,
        PageUp: -12,
        Home: -rows.length,
        End: rows.length,
      };
      const by = steps[event.key];
      if (by === undefined) return;
      event.preventDefault();
      step(by);
    },
  };
}
