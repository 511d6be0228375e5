import type { LevelCounts } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useNumber } from "../i18n/use-number";
import styles from "./finding-counts.module.css";

const WORST_FIRST = ["red", "orange", "yellow"] as const;
const SHAPES = { red: "▲", orange: "◆", yellow: "●" } as const;

/** How many findings of each level; levels without any are left out. */
export function FindingCounts({ counts }: { readonly counts: LevelCounts }) {
  const { t } = useTranslation();
  const number = useNumber();
  const some = WORST_FIRST.filter((level) => counts[level] > 0);
  if (some.length === 0) return <span className={styles.none}>–</span>;
  return (
    <span className={styles.counts}>
      {some.map((level) => (
        <span key={level} data-level={level}>
          <i aria-hidden="true">{SHAPES[level]}</i>
          {t(`level.${level}`)} {number(counts[level])}
        </span>
      ))}
    </span>
  );
}
