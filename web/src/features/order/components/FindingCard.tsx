// biome-ignore-all lint/a11y/noNoninteractiveTabindex: pointing at a card by keyboard lights its events up, as by mouse.
import type { OrderDetail } from "@tianyan/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Level } from "../../../components/Level";
import { useLanguage } from "../../../i18n/use-language";
import { useWords } from "../../../i18n/use-words";
import { evidenceOf } from "../../../lib/evidence";
import { formatDue, instantOrNull } from "../../../lib/time";
import type { CaseFile } from "../lib/case-file";
import { pointing, useHighlight } from "../lib/highlight";
import { ConfirmedShare } from "./ConfirmedShare";
import { StepTable } from "./StepTable";
import styles from "./why.module.css";

export interface FindingCardProps {
  readonly finding: OrderDetail["findings"][number];
  readonly file: CaseFile;
  readonly children?: ReactNode;
}

/** One finding: the sentence, the measure against its thresholds, whom it names; its events light up in axis and list. */
export function FindingCard({ finding, file, children }: FindingCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const highlight = useHighlight();
  const over = !finding.active || finding.exempt;
  const lit = finding.events.some((ref) => highlight.refs.has(ref));
  const cleared = instantOrNull(finding.cleared_at);
  const within = file.detail.setting.parameters.rules[finding.rule]?.within;
  const sentence = evidenceOf(finding, { language, at: file.at, unitName: file.unitName, clock: file.clock });
  return (
    <section
      className={styles.card}
      data-over={over || undefined}
      data-lit={lit || undefined}
      data-testid="finding-card"
      tabIndex={0}
      {...pointing(highlight, finding.events)}
    >
      <h3>
        <Level level={finding.level} muted={over} />
        <span>{words.rule(finding.rule)}</span>
        {finding.level === null && <small>{t("why.coming")}</small>}
        {cleared !== null && cleared <= file.at && (
          <small>{t("why.cleared", { at: formatDue(cleared, file.parameters.zone) })}</small>
        )}
      </h3>
      <p className={styles.sentence}>{sentence}</p>
      <StepTable finding={finding} file={file} />
      <p className={styles.named}>
        {finding.units.length > 0
          ? t("why.names", { units: finding.units.map((unit) => unit.name).join(t("list.comma")) })
          : t("why.namesNobody")}
      </p>
      {within !== undefined && (
        <p className={styles.named}>{t("why.within", { within: words.durationText(within) })}</p>
      )}
      {finding.verified && <ConfirmedShare verified={finding.verified} />}
      {finding.exempt && <p className={styles.remark}>{t("why.exempt")}</p>}
      {finding.provisional && <p className={styles.remark}>{t("why.provisional")}</p>}
      {children}
    </section>
  );
}
