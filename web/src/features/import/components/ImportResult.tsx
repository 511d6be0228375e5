import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ImportItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { ImportFigures } from "../../../components/ImportFigures";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { api } from "../../../lib/api";
import styles from "./import.module.css";

export interface ImportResultProps {
  readonly one: ImportItem;
  readonly onNext: () => void;
}

/** What came of it, and where to go on: the findings, the rejects to mend, the units to confirm. */
export function ImportResult({ one, onNext }: ImportResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const { summary } = one;
  const nothing = summary !== null && summary.rows === 0 && summary.orders === 0;
  const rejected = summary?.rejected ?? 0;
  return (
    <div className={styles.narrow} data-testid="result">
      <h2>{t(one.state === "undone" ? "importState.undone" : "import.result")}</h2>
      {nothing && rejected === 0 && <p>{t("import.nothingNew")}</p>}
      {summary && !(nothing && rejected === 0) && <ImportFigures summary={summary} />}
      {rejected > 0 && (
        <section className={styles.part}>
          <h3>{t("import.rejectsOf", { n: number(rejected) })}</h3>
          <p className={styles.note}>{t("import.rejectsHow")}</p>
          <a href={api.rejectsWorkbook(one.id, language)} download data-testid="rejects-workbook">
            {t("import.rejectsFile")}
          </a>
        </section>
      )}
      <p className={styles.ways}>
        {one.source !== null && (
          <Link to="/watchlist" search={{ source: [one.source] }}>
            {t("import.seeFindings")}
          </Link>
        )}
        <Link to="/data/history" search={{ open: one.id }}>
          {t("import.seeBatch")}
        </Link>
        {(summary?.provisional_units ?? 0) > 0 && (
          <Link to="/data/units" search={{ only: "provisional" }}>
            {t("import.seeUnits")}
          </Link>
        )}
      </p>
      <Button variant="default" onClick={onNext}>
        {t("import.next")}
      </Button>
    </div>
  );
}
