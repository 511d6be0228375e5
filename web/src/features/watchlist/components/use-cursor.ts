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

/** The row that the keyboard stands on: `j k` walk, `Enter` opens, `Esc` closes; an open order follows the walk. */
export function useCursor({ rows, opened, onOpen, onClose, reveal }: CursorOptions) {
  const [id, setId] = useState<string | null>(null);
  const kept = rows.findIndex((row) => row.id === id);
  const index = kept >= 0 ? kept : opened ? rows.findIndex((row) => belongsTo(row, opened)) : -1;

  const stand = (next: number) => {
    const row = rows[next];
    if (!row) return;
    setId(row.id);
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
      setId(row.id);
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
