import { Link } from "@tanstack/react-router";
import { PAPER_EVENT_TEXTS, type PaperDetail } from "@tianyan/api";
import { instant, PAPER_KIND_TEXTS, PAPER_STATE_TEXTS } from "@tianyan/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { ErrorState } from "../../../components/PageState";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { api } from "../../../lib/api";
import { formatInstant } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import { usePostName } from "../../../lib/use-post-name";
import { useTitle } from "../../../lib/use-title";
import { usePaper } from "../api/papers";
import { DraftButton } from "./DraftButton";
import { PaperMoves } from "./PaperMoves";
import { PaperText } from "./PaperText";
import styles from "./papers.module.css";
import { Receipts } from "./Receipts";

export interface PaperViewProps {
  readonly id: string;
  /** What can be done with the view itself. */
  readonly actions?: ReactNode;
}

/** Everything of one paper: its text, what stands in its way, with whom it is, what came back, what happened. */
export function PaperView({ id, actions }: PaperViewProps) {
  const answer = usePaper(id);
  useTitle(answer.data ? `${answer.data.number ?? ""} ${answer.data.title}`.trim() : "");
  if (answer.isError && !answer.data)
    return <ErrorState alone error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Bones rows={12} />;
  return <Loaded paper={answer.data} actions={actions} />;
}

function Loaded({ paper, actions }: { readonly paper: PaperDetail; readonly actions: ReactNode }) {
  const house = useMay("cases.read");
  return (
    <div className={styles.view} data-testid="paper">
      <Head paper={paper} actions={actions} house={house} />
      <PaperMoves paper={paper} />
      <div className={styles.columns}>
        <PaperText paper={paper} />
        <div>
          <Receipts paper={paper} />
          {house && <Timeline paper={paper} />}
        </div>
      </div>
    </div>
  );
}

function Head({
  paper,
  actions,
  house,
}: {
  readonly paper: PaperDetail;
  readonly actions: ReactNode;
  readonly house: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const mayWrite = useMay("papers.write");
  const { kind, text } = paper;
  const caseName = t("papers.case", { number: paper.case.number });
  return (
    <header>
      <div className={styles.head}>
        <h1>
          <b>{paper.number ?? t("papers.unnumbered")}</b> {paper.title}
        </h1>
        {actions}
      </div>
      <p className={styles.line}>
        <b data-testid="paper-state">{PAPER_STATE_TEXTS[paper.state][language]}</b>
        <span>{kind === null ? t("papers.outside") : PAPER_KIND_TEXTS[kind][language]}</span>
        {house ? (
          <Link to="/cases/$id" params={{ id: paper.case.id }}>
            {caseName}
          </Link>
        ) : (
          <span>{caseName}</span>
        )}
        {house && kind !== null && (
          <span>{t("papers.approvals", { n: number(paper.approvals), of: number(paper.approvals_needed) })}</span>
        )}
        {paper.corrects && <span>{t("papers.corrects", { number: paper.corrects.number ?? "" })}</span>}
        {paper.corrected_by !== null && <span>{t("papers.correctedBy", { number: paper.corrected_by })}</span>}
      </p>
      {text && (
        <p className={styles.line}>
          {(["docx", "pdf", "html"] as const).map((as) => (
            <a key={as} href={api.paperDocument(paper.id, { as })} download data-testid={`document-${as}`}>
              {t(as === "docx" ? "papers.word" : as === "pdf" ? "papers.pdf" : "papers.print")}
            </a>
          ))}
          {paper.texts.length > 1 && (
            <a href={api.paperDocument(paper.id, { as: "docx", revisions: true })} download>
              {t("papers.revisions")}
            </a>
          )}
        </p>
      )}
      {mayWrite && paper.state === "issued" && kind !== null && (
        <DraftButton caseId={paper.case.id} corrects={{ id: paper.id, kind }} />
      )}
    </header>
  );
}

/** What happened to the paper, newest first. */
function Timeline({ paper }: { readonly paper: PaperDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const postName = usePostName();
  return (
    <section aria-labelledby="paper-timeline">
      <h2 id="paper-timeline">{t("papers.timeline")}</h2>
      <ol className={styles.list} data-testid="timeline">
        {paper.events.map((event) => (
          <li key={event.id}>
            <p className={styles.quiet}>
              <time dateTime={event.at}>{formatInstant(instant(Date.parse(event.at)))}</time> {event.actor} ·{" "}
              {postName(event.post)}
            </p>
            <b>{PAPER_EVENT_TEXTS[event.kind][language]}</b>
            {event.reason !== "" && <p>{t("papers.why", { reason: event.reason })}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
