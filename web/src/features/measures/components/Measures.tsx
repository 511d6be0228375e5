import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { MeasureItem } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { FileButton } from "../../../components/FileButton";
import { FormDialog } from "../../../components/FormDialog";
import { WordsField } from "../../../components/FormFields";
import { MeasureFacts } from "../../../components/MeasureFacts";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { Switcher } from "../../../components/Switcher";
import { useNumber } from "../../../i18n/use-number";
import { useMay } from "../../../lib/use-meta";
import { useEvidence, useMeasures, useReport } from "../api/measures";
import type { MeasuresSearch } from "../lib/search";
import styles from "./measures.module.css";

export interface MeasuresProps {
  readonly search: MeasuresSearch;
  readonly onSearch: (next: MeasuresSearch) => void;
}

/** The rectification ledger; to a unit's contact: what is asked of them, and where they report. */
export function Measures({ search, onSearch }: MeasuresProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const asked = useMay("cases.report");
  const answer = useMeasures(search.show);
  const items = answer.data?.items ?? [];
  return (
    <Page
      title={t(asked ? "measure.asked" : "measure.title")}
      aside={answer.data && t("measure.total", { count: items.length, n: number(items.length) })}
      bar={
        <Switcher
          label={t("measure.shown")}
          value={search.show}
          options={[
            { value: undefined, label: t("measure.show.open") },
            { value: "reported", label: t("measure.show.reported") },
            { value: "all", label: t("measure.show.all") },
          ]}
          onChange={(show) => onSearch({ show })}
        />
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={8} />}
      {answer.data && items.length === 0 && (
        <EmptyState title={t(asked ? "measure.none" : "measure.noneLedger")}>
          {t(asked ? "measure.noneText" : "measure.noneLedgerText")}
        </EmptyState>
      )}
      {asked && items.length > 0 && <p className={styles.hint}>{t("measure.attachHint")}</p>}
      {items.length > 0 && (
        <ul className={styles.ledger} data-testid="ledger">
          {items.map((measure) => (
            <LedgerLine key={measure.id} measure={measure} mayReport={asked} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function LedgerLine({ measure, mayReport }: { readonly measure: MeasureItem; readonly mayReport: boolean }) {
  const { t } = useTranslation();
  const [reporting, setReporting] = useState(false);
  const name = t("measure.case", { number: measure.case.number });
  const open = measure.state === "asked" || measure.state === "returned";
  return (
    <li data-testid="measure">
      <p className={styles.case}>
        {mayReport ? (
          name
        ) : (
          <Link to="/cases/$id" params={{ id: measure.case.id }}>
            {name}
          </Link>
        )}
      </p>
      <MeasureFacts measure={measure} />
      {mayReport && measure.state !== "accepted" && (
        <div className={styles.deeds}>
          {open && (
            <Button size="compact-sm" onClick={() => setReporting(true)} data-testid="report">
              {t("measure.report")}
            </Button>
          )}
          <Evidence measure={measure} />
        </div>
      )}
      {reporting && <ReportDialog measure={measure} onClose={() => setReporting(false)} />}
    </li>
  );
}

/** Files that show what was done. */
function Evidence({ measure }: { readonly measure: MeasureItem }) {
  const { t } = useTranslation();
  const send = useEvidence(measure.id);
  return (
    <>
      <FileButton label={t("measure.attach")} busy={send.isPending} testId="evidence" onFile={send.mutate} />
      {send.isError && <ErrorState error={send.error} />}
    </>
  );
}

function ReportDialog({ measure, onClose }: { readonly measure: MeasureItem; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [evidence, setEvidence] = useState("");
  const report = useReport(measure.id);
  const said = evidence.trim();
  return (
    <FormDialog
      title={t("measure.report")}
      act={t("measure.report")}
      ready={said !== ""}
      busy={report.isPending}
      error={report.error}
      testId="report-form"
      onAct={() => report.mutate({ version: measure.version, evidence: said }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{measure.measure}</p>
      <p>{t("measure.reportText")}</p>
      <WordsField label={t("measure.evidenceField")} value={evidence} max={4000} first onChange={setEvidence} />
    </FormDialog>
  );
}
