import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { FormDialog } from "../../../components/FormDialog";
import { DateField, WordsField } from "../../../components/FormFields";
import { api } from "../../../lib/api";
import { formatDate } from "../../../lib/time";
import { useNow } from "../../../lib/use-clock";
import { useCaseChange } from "../api/cases";
import { firstUnit, UnitChoice } from "./UnitChoice";
import type { CaseDialogProps } from "./UnitsDialog";

/** Usual terms, in working days; "" is a day of one's own. */
const TERMS = ["5", "10", "15", "30", ""] as const;

/** Something that a unit is to put right, and by when. */
export function MeasureDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation();
  const now = useNow();
  const [unit, setUnit] = useState(() => firstUnit(file));
  const [problem, setProblem] = useState("");
  const [measure, setMeasure] = useState("");
  const [term, setTerm] = useState<(typeof TERMS)[number]>("10");
  const [on, setOn] = useState("");
  const add = useCaseChange(file.id, () =>
    api.addCaseMeasure(file.id, {
      version: file.version,
      unit,
      problem: problem.trim(),
      measure: measure.trim(),
      due: term === "" ? { on } : { working_days: Number(term) },
    }),
  );
  return (
    <FormDialog
      title={t("cases.addMeasure")}
      act={t("cases.record")}
      ready={unit !== "" && problem.trim() !== "" && measure.trim() !== "" && (term !== "" || on !== "")}
      busy={add.isPending}
      error={add.error}
      testId="measure-form"
      onAct={() => add.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <UnitChoice file={file} value={unit} onChange={setUnit} />
      <WordsField label={t("cases.problem")} value={problem} max={2000} first onChange={setProblem} />
      <WordsField label={t("cases.measure")} value={measure} max={2000} onChange={setMeasure} />
      <Choice
        label={t("cases.term")}
        labelShown
        value={term}
        options={TERMS.map((days) => ({
          value: days,
          label: days === "" ? t("cases.onDay") : t("cases.inWorkingDays", { count: Number(days) }),
        }))}
        onChange={setTerm}
      />
      {term === "" && <DateField label={t("cases.dueOn")} value={on} min={formatDate(now)} onChange={setOn} />}
    </FormDialog>
  );
}
