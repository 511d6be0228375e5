import type { CasePaper } from "@tianyan/api";
import { DAY, instant } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { DateField, LineField, WordsField } from "../../../components/FormFields";
import { api } from "../../../lib/api";
import { formatDate } from "../../../lib/time";
import { useNow } from "../../../lib/use-clock";
import { useCaseChange } from "../api/cases";
import { firstUnit, UnitChoice } from "./UnitChoice";
import type { CaseDialogProps } from "./UnitsDialog";

/** A paper that went out, and by when it is to be answered. */
export function PaperDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation();
  const now = useNow();
  const [number, setNumber] = useState("");
  const [unit, setUnit] = useState(() => firstUnit(file));
  const [sent, setSent] = useState(() => formatDate(now));
  const [by, setBy] = useState(() => formatDate(instant(now + 14 * DAY)));
  const add = useCaseChange(file.id, () =>
    api.addCasePaper(file.id, { version: file.version, number: number.trim(), unit, sent_on: sent, answer_by: by }),
  );
  return (
    <FormDialog
      title={t("cases.addPaper")}
      act={t("cases.record")}
      ready={number.trim() !== "" && unit !== "" && sent !== "" && by >= sent}
      busy={add.isPending}
      error={add.error}
      testId="paper-form"
      onAct={() => add.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <LineField label={t("cases.paperNumber")} value={number} max={100} first onChange={setNumber} />
      <UnitChoice file={file} value={unit} onChange={setUnit} />
      <DateField label={t("cases.sent")} value={sent} onChange={setSent} />
      <DateField label={t("cases.answerUntil")} value={by} min={sent} onChange={setBy} />
    </FormDialog>
  );
}

export interface ReplyDialogProps extends CaseDialogProps {
  readonly paper: CasePaper;
}

/** What came back. */
export function ReplyDialog({ file, paper, onClose }: ReplyDialogProps) {
  const { t } = useTranslation();
  const now = useNow();
  const [on, setOn] = useState(() => formatDate(now));
  const [reply, setReply] = useState("");
  const answer = useCaseChange(file.id, () =>
    api.answerCasePaper(file.id, paper.id, { version: file.version, answered_on: on, reply: reply.trim() }),
  );
  return (
    <FormDialog
      title={`${t("cases.recordReply")} ${paper.number}`}
      act={t("cases.record")}
      ready={on !== "" && reply.trim() !== ""}
      busy={answer.isPending}
      error={answer.error}
      testId="reply-form"
      onAct={() => answer.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <DateField label={t("cases.answered")} value={on} onChange={setOn} />
      <WordsField label={t("cases.reply")} value={reply} max={4000} first onChange={setReply} />
    </FormDialog>
  );
}
