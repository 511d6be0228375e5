import type { CaseDetail } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { useUnitChoices } from "../api/cases";

export interface UnitChoiceProps {
  readonly file: Pick<CaseDetail, "units">;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A unit: those of the case first. */
export function UnitChoice({ file, value, onChange }: UnitChoiceProps) {
  const { t } = useTranslation();
  const units = useUnitChoices();
  const own = new Set(file.units.map(({ code }) => code));
  const others = (units.data?.units ?? []).filter(({ code }) => !own.has(code));
  return (
    <Choice
      label={t("cases.unit")}
      labelShown
      value={value}
      options={[
        { value: "", label: t("cases.choose") },
        ...[...file.units, ...others].map(({ code, name }) => ({ value: code, label: name })),
      ]}
      onChange={onChange}
      testId="unit"
    />
  );
}

/** The unit that is meant unless another is chosen: the only one of the case. */
export const firstUnit = ({ units }: Pick<CaseDetail, "units">): string =>
  units.length === 1 ? (units[0]?.code ?? "") : "";
