import { Link } from "@tanstack/react-router";
import type { CaseDetail } from "@tianyan/api";
import { hasEnded, instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { ruleName } from "../../../lib/rule-name";
import { formatInstant } from "../../../lib/time";
import styles from "./cases.module.css";

/** What came to the orders of the case since; after its end it proposes to reopen it. */
export function Further({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (file.further.length === 0) return null;
  return (
    <section className={styles.further} aria-labelledby="case-further" data-testid="further">
      <h2 id="case-further">{t("cases.further")}</h2>
      {hasEnded(file.stage) && <p>{t("cases.furtherEnded")}</p>}
      <ul className={styles.list}>
        {file.further.map((one) => (
          <li key={`${one.source}/${one.order_id}/${one.kind}/${one.key}/${one.at}`}>
            <Link to="/orders/$source/$orderId" params={{ source: one.source, orderId: one.order_id }}>
              {one.order_id}
            </Link>{" "}
            {one.rule === null ? t("cases.reopenedOrder") : ruleName(one.rule, language)}{" "}
            <small className={styles.quiet}>{formatInstant(instant(Date.parse(one.at)))}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
