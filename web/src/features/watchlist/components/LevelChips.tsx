import type { LevelCounts } from "@tianyan/api";
import type { Level as LevelName } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { Level } from "../../../components/Level";
import { useNumber } from "../../../i18n/use-number";
import styles from "./watchlist.module.css";

const WORST_FIRST: readonly LevelName[] = ["red", "orange", "yellow"];

export interface LevelChipsProps {
  readonly counts: LevelCounts | undefined;
  readonly chosen: readonly LevelName[] | undefined;
  readonly onChange: (chosen: LevelName[] | undefined) => void;
}

export function LevelChips({ counts, chosen = [], onChange }: LevelChipsProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const toggle = (level: LevelName) => {
    const next = WORST_FIRST.filter((one) => (one === level ? !chosen.includes(one) : chosen.includes(one)));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className={styles.chips} aria-label={t("filter.level")}>
      {WORST_FIRST.map((level) => (
        <button
          key={level}
          type="button"
          className={styles.chip}
          aria-pressed={chosen.includes(level)}
          data-testid={`level-${level}`}
          onClick={() => toggle(level)}
        >
          <Level level={level} /> <span>{counts ? number(counts[level]) : "–"}</span>
        </button>
      ))}
    </fieldset>
  );
}
