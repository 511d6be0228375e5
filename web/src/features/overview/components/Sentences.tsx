import type { Overview } from "@tianyan/api";
import { Trans, useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { datesOf } from "../../../lib/period";
import type { Opener } from "../lib/opens";
import { againstVolume } from "../lib/trend";
import { OpensLink } from "./OpensLink";
import styles from "./overview.module.css";

export interface SentencesProps {
  readonly overview: Overview;
  readonly opener: Opener;
  /** The period is the month of T, as nobody asked for another. */
  readonly thisMonth: boolean;
}

/** What changed, in words; each number opens what it counts. */
export function Sentences({ overview, opener, thisMonth }: SentencesProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const { findings, accepted, returns } = overview;
  const lead = thisMonth ? t("overview.lead.month") : t("overview.lead.dates", datesOf(overview));
  return (
    <div className={styles.sentences} data-testid="sentences">
      <p className={styles.first}>
        <Trans
          i18nKey="overview.found"
          values={{
            lead,
            n: number(findings.now),
            orders: number(findings.orders),
            red: number(findings.level.red),
            orange: number(findings.level.orange),
            yellow: number(findings.level.yellow),
            before: number(findings.before),
            ...datesOf(overview.before),
          }}
          components={{
            found: <OpensLink opens={opener.findings()} figure="findings" />,
            orders: <OpensLink opens={opener.deed("found")} figure="orders" />,
            red: <OpensLink opens={opener.findings({ level: ["red"] })} figure="red" />,
            orange: <OpensLink opens={opener.findings({ level: ["orange"] })} figure="orange" />,
            yellow: <OpensLink opens={opener.findings({ level: ["yellow"] })} figure="yellow" />,
            before: <OpensLink opens={opener.findings({}, overview.before)} figure="findings-before" />,
          }}
        />
      </p>
      <p>
        <Trans
          i18nKey="overview.accepted"
          values={{
            n: number(accepted.now),
            before: number(accepted.before),
            verdict: t(`overview.verdict.${againstVolume(overview)}`),
          }}
          components={{
            now: <OpensLink opens={opener.accepted()} figure="accepted" />,
            before: <OpensLink opens={opener.accepted(undefined, overview.before)} figure="accepted-before" />,
          }}
        />
      </p>
      <p>
        <Trans
          i18nKey="overview.passed"
          values={{
            rejected: number(returns.rejected),
            approved: number(returns.approved),
            handed: number(overview.handed_on),
          }}
          components={{
            rejected: <OpensLink opens={opener.deed("return_rejected")} figure="rejected" />,
            approved: <OpensLink opens={opener.deed("return_approved")} figure="approved" />,
            handed: <OpensLink opens={opener.deed("handed_on")} figure="handed" />,
          }}
        />
      </p>
      <p className={styles.note}>{t("overview.note")}</p>
    </div>
  );
}
