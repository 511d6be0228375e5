import { Link } from "@tanstack/react-router";
import { CASE_STAGE_TEXTS } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import type { OrderKey } from "../../../lib/order-key";
import { useMay } from "../../../lib/use-meta";
import { useCasesOf } from "../api/triage";
import styles from "./finding-triage.module.css";

/** The cases that the order is in. */
export function OrderCases({ order }: { readonly order: OrderKey }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useCasesOf(order, useMay("cases.read"));
  const cases = answer.data?.items ?? [];
  if (cases.length === 0) return null;
  return (
    <section className={styles.cases} aria-labelledby="order-cases" data-testid="order-cases">
      <h2 id="order-cases">{t("cases.title")}</h2>
      {cases.map((one) => (
        <p key={one.id} className={styles.case}>
          <Link to="/cases/$id" params={{ id: one.id }}>
            {one.number} {one.title}
          </Link>{" "}
          {CASE_STAGE_TEXTS[one.stage][language]}
        </p>
      ))}
    </section>
  );
}
