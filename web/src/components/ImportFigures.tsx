import type { ImportItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useNumber } from "../i18n/use-number";
import styles from "./figures.module.css";

/** What a batch brought, and what came of it on the watchlist. */
export function ImportFigures({ summary }: { readonly summary: NonNullable<ImportItem["summary"]> }) {
  const { t } = useTranslation();
  const number = useNumber();
  const figures = [
    [t("import.figure.events"), summary.rows],
    [t("import.figure.orders"), summary.orders],
    [t("import.figure.known"), summary.known_rows],
    [t("import.figure.rejected"), summary.rejected],
    [t("import.figure.judged"), summary.judged],
    [t("import.figure.added"), summary.findings.added],
    [t("import.figure.changed"), summary.findings.changed],
    [t("import.figure.removed"), summary.findings.removed],
    [t("import.figure.units"), summary.provisional_units],
  ] as const;
  return (
    <dl className={styles.figures} data-testid="figures">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number(figure)}</dd>
        </div>
      ))}
    </dl>
  );
}
