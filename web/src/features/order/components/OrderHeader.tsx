import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useWords } from "../../../i18n/use-words";
import { useSourceName } from "../../../lib/sources";
import { formatDue, formatInstant, HOME_ZONE } from "../../../lib/time";
import type { CaseFile } from "../lib/case-file";
import { dueStanding, standingOf } from "../lib/standing";
import styles from "./order.module.css";

export interface OrderHeaderProps {
  readonly file: CaseFile;
  /** What can be done with the view itself: close it, open it on its own page. */
  readonly actions?: ReactNode;
}

export function OrderHeader({ file, actions }: OrderHeaderProps) {
  const { t } = useTranslation();
  const words = useWords();
  const sourceName = useSourceName();
  const { order } = file.detail;
  const zone = file.parameters.zone;
  const standing = standingOf(file);
  const due = dueStanding(file);
  const facts = [
    words.orderType(order.order_type),
    order.urgency === "normal" ? "" : words.urgency(order.urgency),
    order.demand_class === "normal" ? "" : words.demandClass(order.demand_class),
    order.category.replaceAll(">", " › "),
    order.district,
    sourceName(order.source),
  ].filter((fact) => fact !== "");
  return (
    <header className={styles.header}>
      <div className={styles.headline}>
        <h1 data-testid="order-title">{order.title || t("order.untitled")}</h1>
        <span className={styles.actions}>{actions}</span>
      </div>
      <p className={styles.facts}>
        <b className={styles.number} data-testid="order-id">
          {order.order_id}
        </b>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <dl className={styles.standing}>
        <div>
          <dt>{t("order.state")}</dt>
          <dd data-testid="order-state">
            <b>{t(`order.is.${standing.state}`)}</b>
            {standing.state !== "unknown" && (
              <>
                {standing.unit !== null && <> · {file.unitName(standing.unit)}</>}
                <small>{t("order.since", { at: formatInstant(standing.since, zone) })}</small>
              </>
            )}
          </dd>
        </div>
        {due && (
          <div>
            <dt>{t("order.due")}</dt>
            <dd data-testid="order-due">
              {formatDue(due.due, zone)}{" "}
              <b data-late={due.state === "passed" || due.state === "missed" || undefined}>
                {t(`order.dueIs.${due.state}`, { count: due.workingDays })}
              </b>
            </dd>
          </div>
        )}
        {zone !== HOME_ZONE && (
          <div>
            <dt>{t("order.zone")}</dt>
            <dd>{zone}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}
