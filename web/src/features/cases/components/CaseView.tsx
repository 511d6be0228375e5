import type { CaseDetail } from "@tianyan/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { ErrorState } from "../../../components/PageState";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useTitle } from "../../../lib/use-title";
import { useCase } from "../api/cases";
import { Approvals } from "./Approvals";
import { Assignee } from "./Assignee";
import styles from "./cases.module.css";
import { Facts } from "./Facts";
import { Moves } from "./Moves";
import { Papers } from "./Papers";
import { StageBar } from "./StageBar";
import { StageDue } from "./StageDue";
import { Timeline } from "./Timeline";

export interface CaseViewProps {
  readonly id: string;
  /** What can be done with the view itself. */
  readonly actions?: ReactNode;
}

/** Everything of one case: where it stands and what blocks it; its facts; what happened; papers and deadlines. */
export function CaseView({ id, actions }: CaseViewProps) {
  const answer = useCase(id);
  useTitle(answer.data ? `${answer.data.number} ${answer.data.title}` : "");
  if (answer.isError && !answer.data)
    return <ErrorState alone error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Bones rows={12} />;
  return <TheCase file={answer.data} actions={actions} />;
}

function TheCase({ file, actions }: { readonly file: CaseDetail; readonly actions: ReactNode }) {
  const { t } = useTranslation();
  const openedAt = instantOrNull(file.opened_at);
  return (
    <article className={styles.case} data-testid="case" aria-label={file.number}>
      <header className={styles.header}>
        <div className={styles.headline}>
          <h1 data-testid="case-title">
            <b data-testid="case-number">{file.number}</b> {file.title}
          </h1>
          <span className={styles.actions}>{actions}</span>
        </div>
        <p className={styles.line}>
          <span>{t(`cases.origin.${file.origin}`)}</span>
          {openedAt !== null && (
            <span>{t("cases.openedBy", { name: file.opened_by, at: formatInstant(openedAt) })}</span>
          )}
          <Assignee file={file} />
          <StageDue file={file} />
        </p>
        {file.note !== "" && <p className={styles.note}>{file.note}</p>}
      </header>
      <StageBar file={file} />
      <Moves file={file} />
      <Approvals file={file} />
      <div className={styles.columns}>
        <Facts file={file} />
        <Timeline file={file} />
        <Papers file={file} />
      </div>
    </article>
  );
}
