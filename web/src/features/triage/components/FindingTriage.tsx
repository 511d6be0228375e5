import { Button } from "@mantine/core";
import type { OrderDetail } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { DEEDS } from "../../../components/triage/ActMenu";
import { TriageText } from "../../../components/triage/TriageText";
import { useTriage } from "../../../components/triage/use-triage";
import { useAsOf } from "../../../lib/use-as-of";
import { useMay } from "../../../lib/use-meta";
import { useDecisions } from "../api/triage";
import { DecisionLine } from "./DecisionLine";
import { Explanations } from "./Explanations";
import styles from "./finding-triage.module.css";

export interface FindingTriageProps {
  readonly finding: OrderDetail["findings"][number];
  readonly order: OrderDetail["order"];
}

/** Under a finding: where it stands, what can be done, what was decided before, and what the unit says to it. */
export function FindingTriage({ finding, order }: FindingTriageProps) {
  const { t } = useTranslation();
  const key = { source: order.source, orderId: order.order_id };
  const { asked } = useAsOf();
  const mayRead = useMay("decisions.read");
  const mayDecide = useMay("findings.decide") && asked === null;
  const mayOpen = useMay("cases.write");
  const decisions = useDecisions(key, mayRead);
  const triage = useTriage({ deeds: DEEDS });
  const target = {
    source: order.source,
    order_id: order.order_id,
    key: finding.key,
    seen: finding.triage?.decision?.id ?? null,
    title: order.title || order.order_id,
  };
  const inCase = finding.triage?.status === "in_case";
  const own = (decisions.data?.items ?? []).filter((one) => one.key === finding.key);
  return (
    <div className={styles.triage} data-testid="finding-triage">
      {finding.triage && (
        <p>
          <span className={styles.label}>{t("triage.status.label")}</span> <TriageText triage={finding.triage} />
        </p>
      )}
      {finding.settled && (
        <p>
          <span className={styles.label}>{t("triage.status.label")}</span> {t(`triage.settled.${finding.settled}`)}
        </p>
      )}
      {mayDecide && finding.level !== null && !inCase && (
        <div className={styles.deeds}>
          {DEEDS.filter((deed) => deed !== "case" || mayOpen).map((deed) => (
            <Button
              key={deed}
              size="compact-xs"
              variant="default"
              onClick={() => triage.ask(deed, [target])}
              data-testid={`act-${deed}`}
            >
              {t(`triage.deed.${deed}`)}
            </Button>
          ))}
        </div>
      )}
      {triage.element}
      {own.length > 0 && (
        <details className={styles.history}>
          <summary>{t("triage.history", { count: own.length })}</summary>
          <ul data-testid="decisions">
            {own.map((decision) => (
              <DecisionLine key={decision.id} decision={decision} />
            ))}
          </ul>
        </details>
      )}
      <Explanations order={key} finding={finding.key} />
    </div>
  );
}
