import type { Explanation } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { WordsField } from "../../../components/FormFields";
import type { OrderKey } from "../../../lib/order-key";
import { useAnswer, useExplain, useRetract } from "../api/triage";

export interface ExplainDialogProps {
  readonly order: OrderKey;
  readonly finding: string;
  readonly kind: Explanation["kind"];
  readonly onClose: () => void;
}

/** The unit's own words to a finding that names it. */
export function ExplainDialog({ order, finding, kind, onClose }: ExplainDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const explain = useExplain();
  const said = text.trim();
  return (
    <FormDialog
      title={t(kind === "appeal" ? "explain.appealAct" : "explain.act")}
      act={t("explain.send")}
      ready={said !== ""}
      busy={explain.isPending}
      error={explain.error}
      testId="explain-form"
      onAct={() =>
        explain.mutate(
          { source: order.source, order_id: order.orderId, key: finding, kind, text: said },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p>{t("explain.note")}</p>
      <WordsField label={t("explain.text")} value={text} max={4000} first onChange={setText} />
    </FormDialog>
  );
}

export interface AnswerDialogProps {
  readonly explanation: Explanation;
  readonly accepted: boolean;
  readonly onClose: () => void;
}

/** Accepts what the unit says, which exempts the finding, or refuses it; with a reason that the unit reads. */
export function AnswerDialog({ explanation, accepted, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const answer = useAnswer(explanation.id);
  const said = reason.trim();
  return (
    <FormDialog
      title={t(accepted ? "explain.accept" : "explain.refuse")}
      act={t(accepted ? "explain.accept" : "explain.refuse")}
      ready={said !== ""}
      busy={answer.isPending}
      error={answer.error}
      testId="answer-form"
      onAct={() => answer.mutate({ accepted, reason: said }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{explanation.text}</p>
      <p>{t(accepted ? "explain.acceptText" : "explain.refuseText")}</p>
      <WordsField label={t("cases.reasonNeeded")} value={reason} max={4000} first onChange={setReason} />
    </FormDialog>
  );
}

/** Takes back that the explanation was accepted; the unit reads why. */
export function RetractDialog({ explanation, onClose }: Omit<AnswerDialogProps, "accepted">) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const retract = useRetract(explanation.id);
  const said = reason.trim();
  return (
    <FormDialog
      title={t("explain.retract")}
      act={t("explain.retract")}
      ready={said !== ""}
      busy={retract.isPending}
      error={retract.error}
      testId="retract-form"
      onAct={() => retract.mutate({ reason: said }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{explanation.text}</p>
      <p>{t("explain.retractText")}</p>
      <WordsField label={t("cases.reasonNeeded")} value={reason} max={4000} first onChange={setReason} />
    </FormDialog>
  );
}
