import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { FormDialog } from "../../../components/FormDialog";
import { LineField, WordsField } from "../../../components/FormFields";
import { api } from "../../../lib/api";
import { useCaseChange } from "../api/cases";
import { firstUnit, UnitChoice } from "./UnitChoice";
import type { CaseDialogProps } from "./UnitsDialog";

const KINDS = ["rule", "process"] as const;

/** A rule or a process that a unit improved because of the case. */
export function SystemDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState(() => firstUnit(file));
  const [kind, setKind] = useState<(typeof KINDS)[number]>("rule");
  const [before, setBefore] = useState("");
  const [after, setAfter] = useState("");
  const [document, setDocument] = useState("");
  const add = useCaseChange(file.id, () =>
    api.addCaseSystem(file.id, {
      version: file.version,
      unit,
      kind,
      before: before.trim(),
      after: after.trim(),
      document: document.trim(),
    }),
  );
  return (
    <FormDialog
      title={t("cases.addSystem")}
      act={t("cases.record")}
      ready={unit !== "" && after.trim() !== "" && document.trim() !== ""}
      busy={add.isPending}
      error={add.error}
      testId="system-form"
      onAct={() => add.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <UnitChoice file={file} value={unit} onChange={setUnit} />
      <Choice
        label={t("cases.systemKind")}
        labelShown
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: t(`cases.system.${one}`) }))}
        onChange={setKind}
      />
      <LineField label={t("cases.document")} value={document} max={300} first onChange={setDocument} />
      <WordsField label={t("cases.before")} value={before} max={4000} onChange={setBefore} />
      <WordsField label={t("cases.after")} value={after} max={4000} onChange={setAfter} />
    </FormDialog>
  );
}
