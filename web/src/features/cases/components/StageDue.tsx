import type { CaseRow } from "@tianyan/api";
import { instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { formatDue } from "../../../lib/time";
import styles from "./cases.module.css";

/** By when the stage is to be done with, and how many working days that is. */
export function StageDue({ file }: { readonly file: Pick<CaseRow, "due_at" | "overdue" | "working_days_left"> }) {
  const { t } = useTranslation();
  if (file.due_at === null) return null;
  const left = file.working_days_left ?? 0;
  return (
    <span data-testid="case-due">
      {t("cases.due", { at: formatDue(instant(Date.parse(file.due_at))) })}{" "}
      <b className={styles.left} data-late={file.overdue || undefined}>
        {file.overdue ? t("cases.late", { count: Math.abs(left) }) : t("cases.left", { count: left })}
      </b>
    </span>
  );
}
