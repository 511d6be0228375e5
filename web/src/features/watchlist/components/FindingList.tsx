// biome-ignore-all lint/a11y/useSemanticElements: a list that draws only the rows in sight cannot be a table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and points to its row.
import { VisuallyHidden } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { FindingRow } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { OrderKey } from "../../../lib/order-key";
import { NONE_SELECTED, toggled } from "../lib/selection";
import { FindingLine } from "./FindingLine";
import styles from "./finding-list.module.css";
import { type FindingActs, useActKeys } from "./use-act-keys";
import { useCursor } from "./use-cursor";
import { useFoldKeys } from "./use-fold-keys";
import type { Folds } from "./use-folds";

export interface FindingListProps {
  /** With those behind open folds. */
  readonly rows: readonly FindingRow[];
  readonly folds: Folds;
  readonly total: number;
  readonly at: Instant;
  /** Two lines a row instead of columns: on a phone, and beside an open order. */
  readonly compact: boolean;
  readonly opened: OrderKey | null;
  readonly onOpen: (row: FindingRow) => void;
  readonly onClose: () => void;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
  /** Absent where the post may only look. */
  readonly acts: FindingActs | null;
}

const PLAIN = ["level", "rule", "sentence", "units", "turn"] as const;
const COLUMNS = [...PLAIN, "status", "priority"] as const;

export function FindingList(props: FindingListProps) {
  const { rows, folds, total, at, compact, opened, onOpen, onClose, hasMore, loadingMore, onMore, acts } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? 62 : 35),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const cursor = useCursor({
    rows,
    opened,
    onOpen,
    onClose: () => {
      if (acts && acts.selection.ids.size > 0) acts.onSelection(NONE_SELECTED);
      else onClose();
    },
    reveal: (index) => virtual.scrollToIndex(index, { align: "auto" }),
  });
  useActKeys(acts, rows, cursor.row);
  useFoldKeys(folds, cursor);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when the layout changes.
  useEffect(() => virtual.measure(), [compact]);

  // A unit's contact is not told what the commission decides.
  const plain = rows[0]?.triage === null;
  const lines = virtual.getVirtualItems();
  const last = lines.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && last >= rows.length - 20) onMore();
  }, [hasMore, loadingMore, last, rows.length, onMore]);

  return (
    <div
      ref={scroller}
      className={styles.grid}
      data-compact={compact || undefined}
      data-plain={plain || undefined}
      data-acts={acts !== null || undefined}
      role="grid"
      tabIndex={0}
      aria-label={t("watchlist.title")}
      aria-rowcount={total + 1}
      aria-activedescendant={cursor.row ? `finding-${cursor.row.id}` : undefined}
      onKeyDown={cursor.onKeyDown}
      data-testid="findings"
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.headRow}>
          {acts && (
            <span role="columnheader">
              <VisuallyHidden>{t("triage.column")}</VisuallyHidden>
            </span>
          )}
          {(plain ? PLAIN : COLUMNS).map((column) => (
            <span key={column} role="columnheader">
              {t(`watchlist.column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {lines.map((line) => {
          const row = rows[line.index];
          if (!row) return null;
          return (
            <FindingLine
              key={line.key}
              ref={virtual.measureElement}
              row={row}
              index={line.index}
              top={line.start}
              at={at}
              compact={compact}
              current={cursor.row?.id === row.id}
              fold={
                folds.behind.has(row.id) ? "behind" : row.folded === 0 ? null : folds.isOpen(row) ? "open" : "closed"
              }
              onFold={() => folds.set(row, !folds.isOpen(row))}
              selected={acts === null ? null : acts.selection.ids.has(row.id)}
              onToggle={() => acts?.onSelection(toggled(acts.selection, row.id))}
              onClick={() => cursor.choose(line.index)}
            />
          );
        })}
      </div>
      {loadingMore && (
        <p className={styles.more} role="status">
          {t("watchlist.more")}
        </p>
      )}
    </div>
  );
}
