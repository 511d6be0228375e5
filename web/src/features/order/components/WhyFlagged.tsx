import type { OrderDetail } from "@tianyan/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../lib/case-file";
import { countsNow, inOrderOfWeight } from "../lib/counting";
import { FindingCard } from "./FindingCard";
import styles from "./why.module.css";

export interface WhyFlaggedProps {
  readonly file: CaseFile;
  readonly underFinding?:
    | ((finding: OrderDetail["findings"][number], order: OrderDetail["order"]) => ReactNode)
    | undefined;
  readonly children?: ReactNode;
}

/** Why the order is flagged: one card a finding. A flag is no verdict, and the panel says so. */
export function WhyFlagged({ file, underFinding, children }: WhyFlaggedProps) {
  const { t } = useTranslation();
  const findings = inOrderOfWeight(file.detail.findings);
  const counting = findings.filter(countsNow);
  const rest = findings.filter((finding) => !countsNow(finding));
  return (
    <aside className={styles.why} aria-labelledby="order-why" data-testid="why">
      {children}
      <h2 id="order-why">
        {t("why.title")} {findings.length > 0 && <small>{t("why.count", { count: counting.length })}</small>}
      </h2>
      {findings.length === 0 && <p className={styles.none}>{t("why.none")}</p>}
      {counting.map((finding) => (
        <FindingCard key={finding.key} finding={finding} file={file}>
          {underFinding?.(finding, file.detail.order)}
        </FindingCard>
      ))}
      {rest.length > 0 && (
        <details className={styles.rest} open={counting.length === 0}>
          <summary>{t("why.over", { count: rest.length })}</summary>
          {rest.map((finding) => (
            <FindingCard key={finding.key} finding={finding} file={file}>
              {underFinding?.(finding, file.detail.order)}
            </FindingCard>
          ))}
        </details>
      )}
      <p className={styles.note}>
        {t("why.note")} {t("why.version", { version: file.detail.setting.parameters_version })}
      </p>
    </aside>
  );
}
