import type { CaseDetail } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import dialog from "../../../components/change-dialog.module.css";
import { FacetFilter } from "../../../components/FacetFilter";
import { FormDialog } from "../../../components/FormDialog";
import { api } from "../../../lib/api";
import { useCaseChange, useUnitChoices } from "../api/cases";

export interface CaseDialogProps {
  readonly file: CaseDetail;
  readonly onClose: () => void;
}

/** Units that the case is about, beside those that follow from its findings. */
export function UnitsDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation();
  const units = useUnitChoices();
  const [chosen, setChosen] = useState<string[]>([]);
  const add = useCaseChange(file.id, () => api.addCaseUnits(file.id, { version: file.version, units: chosen }));
  const known = new Set(file.units.map(({ code }) => code));
  const options = (units.data?.units ?? [])
    .filter(({ code }) => !known.has(code))
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <FormDialog
      title={t("cases.addUnit")}
      act={t("cases.add")}
      ready={chosen.length > 0}
      busy={add.isPending}
      error={add.error}
      onAct={() => add.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <div className={dialog.framed}>
        <FacetFilter name="case-units" label={t("cases.unit")} options={options} chosen={chosen} onChange={setChosen} />
      </div>
    </FormDialog>
  );
}
