import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { CaseDetail, CasePaper } from "@tianyan/api";
import { CASE_ACTION_TEXTS, hasEnded, PAPER_STATE_TEXTS } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { useMay } from "../../../lib/use-meta";
import styles from "./cases.module.css";
import { Fact } from "./Fact";
import { Further } from "./Further";
import { PaperDialog, ReplyDialog } from "./PaperDialogs";

/** Papers out and replies in with their deadlines; verdicts of the leader; what came to the orders since. */
export function Papers({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayWrite = useMay("cases.write") && !hasEnded(file.stage);
  const [adding, setAdding] = useState(false);
  const [answering, setAnswering] = useState<CasePaper | null>(null);
  const verdicts = file.approvals.filter(({ verdict }) => verdict !== null);
  return (
    <div className={styles.papers}>
      <Further file={file} />
      <Fact
        id="papers"
        title={t("cases.papers")}
        count={file.papers.length}
        none={t("cases.noPapers")}
        add={t("cases.addPaper")}
        onAdd={mayWrite ? () => setAdding(true) : undefined}
      >
        <ul className={styles.list}>
          {file.papers.map((paper) => (
            <li key={paper.id} data-testid="paper">
              <Link to="/papers/$id" params={{ id: paper.paper }}>
                <b>{paper.number}</b>
              </Link>{" "}
              {paper.unit.name}{" "}
              <small>{paper.state === "issued" ? "" : PAPER_STATE_TEXTS[paper.state][language]}</small>
              <p>
                {t("cases.sentOn", { date: paper.sent_on })} ·{" "}
                {paper.answer_by !== null && (
                  <span className={styles.left} data-late={paper.overdue || undefined}>
                    {t("cases.answerBy", { date: paper.answer_by })}
                  </span>
                )}
              </p>
              {paper.reply !== null && (
                <p>
                  {t("cases.answeredOn", { date: paper.answered_on ?? "" })} {paper.reply}
                </p>
              )}
              {paper.kind === null && paper.reply === null && mayWrite && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => setAnswering(paper)}
                  data-testid="paper-reply"
                >
                  {t("cases.recordReply")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Fact>
      {verdicts.length > 0 && (
        <Fact id="verdicts" title={t("cases.approvals")} count={verdicts.length}>
          <ul className={styles.list}>
            {verdicts.map((one) => (
              <li key={one.id}>
                <b>{CASE_ACTION_TEXTS[one.action][language]}</b>{" "}
                <span className={one.verdict === "granted" ? styles.ok : styles.denied}>
                  {t(one.verdict === "granted" ? "cases.verdict.granted" : "cases.verdict.denied")}
                </span>{" "}
                {one.verdict_by}
                {one.verdict_reason && <p>{one.verdict_reason}</p>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {adding && <PaperDialog file={file} onClose={() => setAdding(false)} />}
      {answering && <ReplyDialog file={file} paper={answering} onClose={() => setAnswering(null)} />}
    </div>
  );
}
