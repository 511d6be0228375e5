import type { Progress as ProgressFigures } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useNumber } from "../i18n/use-number";
import { bytes } from "../lib/bytes";
import { useSeconds } from "../lib/use-seconds";
import { ProgressBar } from "./ProgressBar";
import styles from "./progress-bar.module.css";

export interface ProgressProps {
  /** What is being done. */
  readonly label: string;
  readonly progress: ProgressFigures | null;
}

/** How far something has come, how fast it goes, how long it will take. Of several steps the bar shows the whole, the figures the step. */
export function Progress({ label, progress }: ProgressProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const seconds = useSeconds();
  const total = progress?.total ?? null;
  const amount = progress?.unit === "bytes" ? bytes : number;
  return (
    <div className={styles.progress} data-testid="progress">
      <ProgressBar label={label} share={progress?.share ?? null} />
      <p role="status">
        <b>{label}</b>
        {progress && (
          <span>
            {total === null
              ? t("work.done", { done: amount(progress.done) })
              : t("work.doneOf", { done: amount(progress.done), total: amount(total) })}
          </span>
        )}
        {progress?.rows != null && <span>{t("work.rows", { count: progress.rows, rows: number(progress.rows) })}</span>}
        {progress?.per_second != null && (
          <span>{t("work.rate", { rate: amount(Math.round(progress.per_second)) })}</span>
        )}
        <span>
          {progress?.seconds_left == null
            ? t("work.leftUnknown")
            : t("work.left", { time: seconds(progress.seconds_left) })}
        </span>
      </p>
    </div>
  );
}
