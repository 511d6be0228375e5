// biome-ignore-all lint/a11y/useSemanticElements: a list that draws only the rows in sight cannot be a table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and points to its row.
import type { FindingRow } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { CaretIcon } from "../../../components/icons";
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
  /** Others of its order stand behind it, or it behind another; null: neither. */
  readonly fold: "open" | "closed" | "behind" | null;
  readonly onFold: () => void;
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
  fold,
  onFold,
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
      {row.order_title !== "" && fold !== "behind" && <b className={styles.title}>{row.order_title}</b>}
      <span className={styles.words}>{sentence}</span>
      {fold !== "behind" && <small className={styles.number}>{row.order_id}</small>}
      {row.settled && <small className={styles.settled}>{t(`triage.settled.${row.settled}`)}</small>}
    </>
  );
  const folded = (fold === "open" || fold === "closed") && (
    <button
      type="button"
      tabIndex={-1}
      className={styles.fold}
      aria-expanded={fold === "open"}
      data-testid="fold"
      onClick={(event) => {
        event.stopPropagation();
        onFold();
      }}
    >
      <CaretIcon size={12} />
      {t("triage.folded", { count: row.folded })}
    </button>
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
      data-behind={fold === "behind" || undefined}
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
          {folded}
          {row.triage && row.triage.status !== "open" && <TriageText triage={row.triage} />}
        </span>
      ) : (
        <>
          {box && <span role="gridcell">{box}</span>}
          <span role="gridcell">{level}</span>
          <span role="gridcell" className={styles.rule} title={ruleName(row.rule, language)}>
            {ruleName(row.rule, language)}
            {folded}
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
