// biome-ignore-all lint/a11y/useSemanticElements: a list that draws only the rows in sight cannot be a table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and points to its row.
import type { FindingRow } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { Level } from "../../../components/Level";
import { TriageText } from "../../../components/triage/TriageText";
import { useLanguage } from "../../../i18n/use-language";
import { evidenceOf } from "../../../lib/evidence";
import { ruleName } from "../../../lib/rule-name";
import { unitNamer } from "../../../lib/unit-namer";
import styles from "./finding-list.module.css";
import { PriorityFigure } from "./PriorityFigure";
import { TurnText } from "./TurnText";
import { UnitsText } from "./UnitsText";

export interface FindingLineProps {
  readonly row: FindingRow;
  readonly index: number;
  readonly top: number;
  readonly at: Instant;
  readonly compact: boolean;
  readonly current: boolean;
  /** Null where nothing can be chosen. */
  readonly selected: boolean | null;
  readonly onToggle: () => void;
  readonly onClick: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** One finding: a sentence that a stranger understands. The keyboard stands on it through the grid. */
export function FindingLine({
  row,
  index,
  top,
  at,
  compact,
  current,
  selected,
  onToggle,
  onClick,
  ref,
}: FindingLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sentence = evidenceOf(row, { language, at, unitName: unitNamer(row.units) });
  const place = { transform: `translateY(${top}px)` };
  const level = <Level level={row.level} muted={!row.active} />;
  const words = (
    <>
      {row.order_title !== "" && <b className={styles.title}>{row.order_title}</b>}
      {sentence}
      <small className={styles.number}>{row.order_id}</small>
    </>
  );
  const box = selected !== null && (
    <input
      type="checkbox"
      tabIndex={-1}
      className={styles.box}
      aria-label={t("triage.select", { title: row.order_title || row.order_id })}
      checked={selected}
      onClick={(event) => event.stopPropagation()}
      onChange={onToggle}
    />
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid, which has the focus.
    <div
      ref={ref}
      id={`finding-${row.id}`}
      className={styles.row}
      data-index={index}
      data-testid="finding"
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={current}
      data-chosen={selected || undefined}
      style={place}
      onClick={onClick}
    >
      {compact ? (
        <span role="gridcell" className={styles.card}>
          <span className={styles.cardTop}>
            {box}
            {level}
            <span className={styles.rule}>{ruleName(row.rule, language)}</span>
            <TurnText row={row} at={at} />
          </span>
          <span className={styles.sentence}>{words}</span>
          {row.triage && row.triage.status !== "open" && <TriageText triage={row.triage} />}
        </span>
      ) : (
        <>
          {box && <span role="gridcell">{box}</span>}
          <span role="gridcell">{level}</span>
          <span role="gridcell" className={styles.rule}>
            {ruleName(row.rule, language)}
          </span>
          <span role="gridcell" className={styles.sentence}>
            {words}
          </span>
          <span role="gridcell" className={styles.units}>
            <UnitsText units={row.units} />
          </span>
          <span role="gridcell">
            <TurnText row={row} at={at} />
          </span>
          {row.triage && (
            <span role="gridcell">
              <TriageText triage={row.triage} />
            </span>
          )}
          {row.priority && (
            <span role="gridcell">
              <PriorityFigure priority={row.priority} />
            </span>
          )}
        </>
      )}
    </div>
  );
}
