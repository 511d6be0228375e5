import { useTranslation } from "react-i18next";
import type { CaseFile } from "../lib/case-file";
import { countsNow, inOrderOfWeight } from "../lib/counting";
import { FindingCard } from "./FindingCard";
import styles from "./why.module.css";

/** Why the order is flagged: one card a finding. A flag is no verdict, and the panel says so. */
export function WhyFlagged({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const findings = inOrderOfWeight(file.detail.findings);
  const counting = findings.filter(countsNow);
  const rest = findings.filter((finding) => !countsNow(finding));
  return (
    <aside className={styles.why} aria-labelledby="order-why" data-testid="why">
      <h2 id="order-why">
        {t("why.title")} {findings.length > 0 && <small>{t("why.count", { count: counting.length })}</small>}
      </h2>
      {findings.length === 0 && <p className={styles.none}>{t("why.none")}</p>}
      {counting.map((finding) => (
        <FindingCard key={finding.key} finding={finding} file={file} />
      ))}
      {rest.length > 0 && (
        <details className={styles.rest} open={counting.length === 0}>
          <summary>{t("why.over", { count: rest.length })}</summary>
          {rest.map((finding) => (
            <FindingCard key={finding.key} finding={finding} file={file} />
          ))}
        </details>
      )}
      <p className={styles.note}>
        {t("why.note")} {t("why.version", { version: file.detail.setting.parameters_version })}
      </p>
    </aside>
  );
}
