import type { Triage } from "@tianyan/api";
import { instant, LEVELS, type Level } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { formatDue } from "../../lib/time";
import styles from "./triage.module.css";

const isLevel = (word: string): word is Level => (LEVELS as readonly string[]).includes(word);

/** Where a finding stands, whose it is, and why, on hover. */
export function TriageText({ triage }: { readonly triage: Triage }) {
  const { t } = useTranslation();
  const { status, mine, returned, decision } = triage;
  const held = status === "taken" && decision !== null;
  const words = held
    ? mine
      ? t("triage.mineShort")
      : t("triage.takenBy", { name: decision.by.name })
    : t(`triage.status.${status}`);
  const until = decision?.until ?? null;
  const details = [
    decision?.by.name,
    decision?.reason && t(`triage.reason.${decision.reason}`),
    decision?.text,
    until !== null && (isLevel(until) ? t(`level.${until}`) : formatDue(instant(Date.parse(until)))),
  ].filter((detail) => typeof detail === "string" && detail !== "");
  return (
    <span className={styles.status} data-status={status} data-testid="triage-status" title={details.join(" · ")}>
      {returned ? t("triage.returned") : words}
    </span>
  );
}
