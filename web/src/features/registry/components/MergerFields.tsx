import type { RegisteredUnit } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import type { UnitForm } from "../lib/unit-form";

export interface MergerFieldsProps {
  readonly unit: RegisteredUnit;
  readonly units: readonly RegisteredUnit[];
  readonly form: UnitForm;
  readonly onChange: (part: Partial<UnitForm>) => void;
}

/** A unit dissolved into another on a date; what it did before stays its own. */
export function MergerFields({ unit, units, form, onChange }: MergerFieldsProps) {
  const { t } = useTranslation();
  const others = units.filter(({ code, provisional }) => !provisional && code !== unit.code);
  return (
    <>
      <p>{t("registry.mergeText", { name: unit.name })}</p>
      <Choice
        label={t("registry.mergeInto")}
        labelShown
        value={form.into}
        options={[{ value: "", label: "–" }, ...others.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={(into) => onChange({ into })}
      />
      <label>
        {t("registry.mergeFrom")}
        <input
          type="date"
          required
          min="1970-01-01"
          max="2199-12-31"
          value={form.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {t("registry.mergeNote")}
        <input value={form.note} maxLength={500} onChange={(event) => onChange({ note: event.currentTarget.value })} />
      </label>
    </>
  );
}
