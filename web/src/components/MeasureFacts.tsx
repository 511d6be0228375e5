import type { MeasureItem } from "@tianyan/api";
import { instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { api } from "../lib/api";
import { formatInstant } from "../lib/time";
import { FileList } from "./FileList";
import styles from "./measure.module.css";

/** A line of the ledger in words: problem, what is asked for, of whom, by when, and what came of it. */
export function MeasureFacts({ measure }: { readonly measure: MeasureItem }) {
  const { t } = useTranslation();
  const time = (iso: string | null) => (iso === null ? "" : formatInstant(instant(Date.parse(iso))));
  const left = measure.working_days_left;
  return (
    <div className={styles.measure}>
      <p className={styles.head}>
        <b data-state={measure.state} data-testid="measure-state">
          {t(`measure.state.${measure.state}`)}
        </b>
        <span>{measure.unit.name}</span>
        <span data-late={measure.overdue || undefined}>
          {t("measure.due", { date: measure.due_on })}
          {measure.overdue
            ? ` · ${t("cases.late", { count: Math.abs(left ?? 0) })}`
            : left !== null && measure.state !== "accepted" && ` · ${t("cases.left", { count: left })}`}
        </span>
      </p>
      <dl>
        <dt>{t("measure.problem")}</dt>
        <dd>{measure.problem}</dd>
        <dt>{t("measure.measure")}</dt>
        <dd>{measure.measure}</dd>
        {measure.evidence !== null && (
          <>
            <dt>{t("measure.evidence")}</dt>
            <dd>
              {measure.evidence}{" "}
              <small>
                {measure.reported_by} {time(measure.reported_at)}
              </small>
            </dd>
          </>
        )}
        {measure.files.length > 0 && (
          <>
            <dt>{t("measure.files")}</dt>
            <dd>
              <FileList files={measure.files} addressOf={(file) => api.measureFile(measure.id, file.id)} />
            </dd>
          </>
        )}
        {measure.checked_note !== null && (
          <>
            <dt>{t("measure.checked")}</dt>
            <dd>
              {measure.checked_note}{" "}
              <small>
                {measure.checked_by} {time(measure.checked_at)}
              </small>
            </dd>
          </>
        )}
        {measure.look_back !== null && (
          <>
            <dt>{t("measure.lookBack")}</dt>
            <dd>
              <b>{t(`measure.deed.${measure.look_back}`)}</b> {measure.look_back_note}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
