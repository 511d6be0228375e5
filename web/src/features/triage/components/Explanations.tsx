import { Button } from "@mantine/core";
import type { Explanation } from "@tianyan/api";
import { instant } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrderKey } from "../../../lib/order-key";
import { formatInstant } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import { useExplanations } from "../api/triage";
import { AnswerDialog, ExplainDialog, RetractDialog } from "./ExplanationDialogs";
import styles from "./finding-triage.module.css";

export interface ExplanationsProps {
  readonly order: OrderKey;
  /** Key of the finding. */
  readonly finding: string;
}

/** What the unit says to a finding, beside it: a flag is no verdict. */
export function Explanations({ order, finding }: ExplanationsProps) {
  const { t } = useTranslation();
  const mayExplain = useMay("findings.explain");
  const answer = useExplanations(order);
  const [explaining, setExplaining] = useState(false);
  const own = (answer.data?.items ?? []).filter(({ key }) => key === finding);
  // Nothing is left to be said to what was accepted, nor before an answer.
  const settled = own.some(({ state }) => state === "open" || state === "accepted");
  return (
    <>
      {own.map((one) => (
        <OneExplanation key={one.id} explanation={one} />
      ))}
      {mayExplain && !settled && answer.data && (
        <Button size="compact-xs" variant="default" onClick={() => setExplaining(true)} data-testid="explain">
          {t(own.length === 0 ? "explain.act" : "explain.appealAct")}
        </Button>
      )}
      {explaining && (
        <ExplainDialog
          order={order}
          finding={finding}
          kind={own.length === 0 ? "explanation" : "appeal"}
          onClose={() => setExplaining(false)}
        />
      )}
    </>
  );
}

function OneExplanation({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTranslation();
  const mayAnswer = useMay("findings.decide");
  const [accepted, setAccepted] = useState<boolean | null>(null);
  const [retracting, setRetracting] = useState(false);
  const { kind, unit, by, text, state, answer, retracted } = explanation;
  return (
    <div className={styles.explanation} data-testid="explanation">
      <p>
        <b>{t(`explain.kind.${kind}`)}</b> {unit.name} {by.name}{" "}
        <time dateTime={explanation.at}>{formatInstant(instant(Date.parse(explanation.at)))}</time> ·{" "}
        <span data-state={state} data-testid="explanation-state">
          {t(`explain.state.${state}`)}
        </span>
      </p>
      <p className={styles.why}>{text}</p>
      {answer && (
        <p className={styles.why}>
          {t("explain.answer", { reason: answer.reason })} {answer.by?.name}
        </p>
      )}
      {retracted && (
        <p className={styles.why}>
          {t("explain.retractedFor", { reason: retracted.reason })} {retracted.by?.name}
        </p>
      )}
      {state === "accepted" && mayAnswer && (
        <div className={styles.deeds}>
          <Button size="compact-xs" variant="default" onClick={() => setRetracting(true)} data-testid="retract">
            {t("explain.retract")}
          </Button>
        </div>
      )}
      {retracting && <RetractDialog explanation={explanation} onClose={() => setRetracting(false)} />}
      {state === "open" && mayAnswer && (
        <div className={styles.deeds}>
          <Button size="compact-xs" variant="default" onClick={() => setAccepted(true)} data-testid="accept">
            {t("explain.accept")}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setAccepted(false)} data-testid="refuse">
            {t("explain.refuse")}
          </Button>
        </div>
      )}
      {accepted !== null && (
        <AnswerDialog explanation={explanation} accepted={accepted} onClose={() => setAccepted(null)} />
      )}
    </div>
  );
}
