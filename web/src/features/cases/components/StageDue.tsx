import type { CaseRow } from "@tianyan/api";
import { instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { formatDue } from "../../../lib/time";
import styles from "./cases.module.css";

export interface StageDueProps {
  readonly file: Pick<CaseRow, "due_at" | "overdue" | "working_days_left">;
  /** Under a heading that says what it is. */
  readonly listed?: boolean;
}

/** By when the stage is to be done with, and how many working days that is. */
export function StageDue({ file, listed = false }: StageDueProps) {
  const { t } = useTranslation();
  if (file.due_at === null) return null;
  const count = Math.abs(file.working_days_left ?? 0);
  const due = formatDue(instant(Date.parse(file.due_at)));
  const left = (
    <b className={styles.left} data-late={file.overdue || undefined}>
      {t(file.overdue ? "cases.late" : "cases.left", { count })}
    </b>
  );
  return (
    <span data-testid="case-due">
      {listed ? (
        <>
          {left} <small className={styles.quiet}>{due}</small>
        </>
      ) : (
        <>
          {t("cases.due", { at: due })} {left}
        </>
      )}
    </span>
  );
}
