import { ApprovedActionSchema, type CaseDetail, type CaseMove } from "@tianyan/api";
import { type ApprovedAction, CASE_ACTION_TEXTS, CASE_STAGE_TEXTS } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { WordsField } from "../../../components/FormFields";
import { useLanguage } from "../../../i18n/use-language";
import { api } from "../../../lib/api";
import { useCaseChange } from "../api/cases";

export interface MoveDialogProps {
  readonly file: CaseDetail;
  readonly move: CaseMove;
  readonly onClose: () => void;
}

const approvedAction = (action: string): ApprovedAction | null => ApprovedActionSchema.safeParse(action).data ?? null;

/** Moves the case on, or first asks the leader to approve it; with the reason that is kept. */
export function MoveDialog({ file, move, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const toAsk = move.approval === "missing" || move.approval === "denied" ? approvedAction(move.action) : null;
  const act = useCaseChange(file.id, (said: string) =>
    toAsk === null
      ? api.actOnCase(file.id, { action: move.action, version: file.version, reason: said })
      : api.askCaseApproval(file.id, { action: toAsk, version: file.version, reason: said }),
  );
  const name = CASE_ACTION_TEXTS[move.action][language];
  const needed = toAsk !== null || move.reason_required;
  const said = reason.trim();
  return (
    <FormDialog
      title={toAsk === null ? name : t("cases.askFor", { action: name })}
      act={toAsk === null ? name : t("cases.ask")}
      ready={!needed || said !== ""}
      busy={act.isPending}
      error={act.error}
      testId="move"
      onAct={() => act.mutate(said, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        {toAsk === null
          ? t("cases.moveText", {
              from: CASE_STAGE_TEXTS[file.stage][language],
              to: CASE_STAGE_TEXTS[move.to][language],
            })
          : t("cases.askText")}
      </p>
      <WordsField
        label={t(needed ? "cases.reasonNeeded" : "cases.reason")}
        value={reason}
        max={2000}
        first
        onChange={setReason}
      />
    </FormDialog>
  );
}
