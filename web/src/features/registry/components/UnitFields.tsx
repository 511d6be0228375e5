import type { RegisteredUnit } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { withBelow } from "../lib/unit-lines";
import type { UnitForm } from "./UnitDialog";

export interface UnitFieldsProps {
  readonly form: UnitForm;
  readonly isNew: boolean;
  readonly units: readonly RegisteredUnit[];
  readonly onChange: (part: Partial<UnitForm>) => void;
}

export function UnitFields({ form, isNew, units, onChange }: UnitFieldsProps) {
  const { t } = useTranslation();
  const own = withBelow(units, form.code);
  const above = units.filter(({ code, provisional }) => !provisional && !own.has(code));
  return (
    <>
      <label>
        {t("registry.units.name")}
        <input
          value={form.name}
          required
          maxLength={200}
          data-autofocus
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </label>
      {isNew && (
        <label>
          {t("registry.units.code")}
          <input
            value={form.code}
            maxLength={200}
            placeholder={t("registry.units.codeHint")}
            onChange={(event) => onChange({ code: event.currentTarget.value })}
          />
        </label>
      )}
      <Choice
        label={t("registry.units.parent")}
        labelShown
        value={form.parent}
        options={[
          { value: "", label: t("registry.units.top") },
          ...above.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(parent) => onChange({ parent })}
      />
      <label>
        {t("registry.units.kind")}
        <input
          value={form.kind}
          maxLength={50}
          list="unit-kinds"
          onChange={(event) => onChange({ kind: event.currentTarget.value })}
        />
        <small>{t("registry.units.kindHint")}</small>
      </label>
      <datalist id="unit-kinds">
        {[...new Set(["centre", ...units.map(({ kind }) => kind)])].filter(Boolean).map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <label>
        {t("registry.units.aliases")}
        <textarea
          rows={4}
          value={form.aliases}
          onChange={(event) => onChange({ aliases: event.currentTarget.value })}
        />
        <small>{t("registry.units.aliasesHint")}</small>
      </label>
    </>
  );
}
