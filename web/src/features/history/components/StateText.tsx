import type { ImportItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import styles from "./history.module.css";

const MARKS = {
  waiting: "…",
  reading: "…",
  recording: "…",
  judging: "…",
  undoing: "…",
  done: "✓",
  failed: "✕",
  cancelled: "–",
  undone: "↶",
} as const;

export function StateText({ one }: { readonly one: ImportItem }) {
  const { t } = useTranslation();
  const share = one.progress?.share == null ? null : Math.floor(one.progress.share * 100);
  return (
    <span className={styles.state} data-state={one.state}>
      <i aria-hidden="true">{MARKS[one.state]}</i>
      {t(`importState.${one.state}`)}
      {share !== null && ` ${share}%`}
    </span>
  );
}
