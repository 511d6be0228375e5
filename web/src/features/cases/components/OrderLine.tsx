import { Link } from "@tanstack/react-router";
import type { CaseDetail, CaseOrder } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Level } from "../../../components/Level";
import { useLanguage } from "../../../i18n/use-language";
import { ruleName } from "../../../lib/rule-name";
import styles from "./cases.module.css";

export interface OrderLineProps {
  readonly order: CaseOrder;
  readonly file: CaseDetail;
}

/** An order of the case with those of its findings that are in it; its legs are one click away, on its own page. */
export function OrderLine({ order, file }: OrderLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const findings = file.findings.filter((one) => one.source === order.source && one.order_id === order.order_id);
  return (
    <li data-testid="case-order">
      {order.order === null ? (
        <>
          {order.order_id} <span className={styles.quiet}>{t("cases.outOfScope")}</span>
        </>
      ) : (
        <Link to="/orders/$source/$orderId" params={{ source: order.source, orderId: order.order_id }}>
          {order.order.title || order.order_id}
        </Link>
      )}
      <p className={styles.quiet}>
        {order.order_id}
        {order.order && <> · {t("cases.legs", { count: order.order.legs })}</>}
        {order.order?.holder && <> · {order.order.holder.name}</>}
      </p>
      {findings.map((finding) => (
        <p key={finding.id}>
          <Level level={finding.level} muted={!finding.active} /> {ruleName(finding.rule, language)}
          {finding.outcome === "confirmed" && <small className={styles.ok}> ✓ {t("triage.status.confirmed")}</small>}
        </p>
      ))}
    </li>
  );
}
