import type { DecisionItem } from "@tianyan/api";
import { instant, LEVELS, type Level as LevelName } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { formatDue, formatInstant } from "../../../lib/time";
import styles from "./finding-triage.module.css";

const isLevel = (word: string): word is LevelName => (LEVELS as readonly string[]).includes(word);
const at = (iso: string) => instant(Date.parse(iso));

/** One decision as it was made: who, when, what, why, until when; crossed out where it was taken back. */
export function DecisionLine({ decision }: { readonly decision: DecisionItem }) {
  const { t } = useTranslation();
  const { kind, by, reason, text, until, undone } = decision;
  const untilText =
    until !== null && t("triage.until", { until: isLevel(until) ? t(`level.${until}`) : formatDue(at(until)) });
  const why = [reason && t(`triage.reason.${reason}`), text, untilText].filter(Boolean).join(t("list.semicolon"));
  return (
    <li data-undone={undone !== null || undefined}>
      <b>{t(`triage.status.${kind}`)}</b> {by.name} <time dateTime={decision.at}>{formatInstant(at(decision.at))}</time>
      {why !== "" && <p className={styles.why}>{why}</p>}
      {undone && <p>{t("triage.undoneBy", { name: undone.by.name, at: formatInstant(at(undone.at)) })}</p>}
    </li>
  );
}
