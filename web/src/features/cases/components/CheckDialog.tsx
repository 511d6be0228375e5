import { CHECK_KINDS, CHECK_TEXTS } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { FormDialog } from "../../../components/FormDialog";
import { DateField, LineField, WordsField } from "../../../components/FormFields";
import { useLanguage } from "../../../i18n/use-language";
import { api } from "../../../lib/api";
import { formatDate } from "../../../lib/time";
import { useNow } from "../../../lib/use-clock";
import { useCaseChange } from "../api/cases";
import type { CaseDialogProps } from "./UnitsDialog";

/** A check that was made: what kind, when, where, with what result. */
export function CheckDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [kind, setKind] = useState<(typeof CHECK_KINDS)[number]>("unannounced_visit");
  const [date, setDate] = useState(() => formatDate(now));
  const [place, setPlace] = useState("");
  const [result, setResult] = useState("");
  const add = useCaseChange(file.id, () =>
    api.addCaseCheck(file.id, { version: file.version, kind, date, place: place.trim(), result: result.trim() }),
  );
  return (
    <FormDialog
      title={t("cases.addCheck")}
      act={t("cases.record")}
      ready={date !== "" && place.trim() !== "" && result.trim() !== ""}
      busy={add.isPending}
      error={add.error}
      testId="check-form"
      onAct={() => add.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Choice
        label={t("cases.checkKind")}
        labelShown
        value={kind}
        options={CHECK_KINDS.map((one) => ({ value: one, label: CHECK_TEXTS[one][language] }))}
        onChange={setKind}
      />
      <DateField label={t("cases.date")} value={date} onChange={setDate} />
      <LineField label={t("cases.place")} value={place} max={200} first onChange={setPlace} />
      <WordsField label={t("cases.result")} value={result} max={4000} onChange={setResult} />
    </FormDialog>
  );
}
