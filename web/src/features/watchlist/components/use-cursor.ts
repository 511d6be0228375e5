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

/** Where the keyboard stood last: the row, and those that came after it then. */
interface Stand {
  readonly id: string;
  readonly rest: readonly string[];
}

/** As many as one act may take away, and one. */
const REMEMBERED = 501;

/** A row that has left the list gives its place to the next that is still there: who works down a list stays where they were. */
function indexOf(rows: readonly FindingRow[], stand: Stand | null, opened: OrderKey | null): number {
  if (stand === null) return opened ? rows.findIndex((row) => belongsTo(row, opened)) : -1;
  const places = new Map(rows.map((row, index) => [row.id, index]));
  const kept = [stand.id, ...stand.rest].find((id) => places.has(id));
  return kept === undefined ? rows.length - 1 : (places.get(kept) ?? -1);
}

/** The row that the keyboard stands on: `j k` walk, `Enter` opens, `Esc` closes; an open order follows the walk. */
export function useCursor({ rows, opened, onOpen, onClose, reveal }: CursorOptions) {
  const [at, setAt] = useState<Stand | null>(null);
  const index = indexOf(rows, at, opened);

  const standAt = (next: number): Stand => {
    const [id = "", ...rest] = rows.slice(next, next + REMEMBERED).map((row) => row.id);
    return { id, rest };
  };
  const stand = (next: number) => {
    const row = rows[next];
    if (!row) return;
    setAt(standAt(next));
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
    stand,
    choose: (next: number) => {
      const row = rows[next];
      if (!row) return;
      setAt(standAt(next));
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
