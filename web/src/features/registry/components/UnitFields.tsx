import type { RegisteredUnit } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import type { UnitForm } from "../lib/unit-form";
import { withBelow } from "../lib/unit-lines";
import { UNIT_KINDS, useUnitKind } from "../lib/use-unit-kind";
import styles from "./registry.module.css";

export interface UnitFieldsProps {
  readonly form: UnitForm;
  readonly isNew: boolean;
  readonly units: readonly RegisteredUnit[];
  readonly onChange: (part: Partial<UnitForm>) => void;
}

export function UnitFields({ form, isNew, units, onChange }: UnitFieldsProps) {
  const { t } = useTranslation();
  const kindName = useUnitKind();
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
      <div>
        <Choice
          label={t("registry.units.kind")}
          labelShown
          value={form.kind}
          options={[
            { value: "", label: t("registry.unitKind.none") },
            ...[...new Set([...UNIT_KINDS, ...units.map(({ kind }) => kind), form.kind])]
              .filter((kind) => kind !== "")
              .map((kind) => ({ value: kind, label: kindName(kind) })),
          ]}
          onChange={(kind) => onChange({ kind })}
        />
        <p>
          <small className={styles.quiet}>{t("registry.units.kindHint")}</small>
        </p>
      </div>
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
