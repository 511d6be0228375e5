import type { RegisteredUnit } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import styles from "./registry.module.css";

export interface UnitSameProps {
  readonly unit: RegisteredUnit;
  readonly units: readonly RegisteredUnit[];
  readonly of: string;
  readonly onChange: (of: string) => void;
}

/** Which unit a name from the data stands for: those that come near side by side, any other from the list. */
export function UnitSame({ unit, units, of, onChange }: UnitSameProps) {
  const { t } = useTranslation();
  const near = new Set(unit.suggestions.map(({ code }) => code));
  const others = units.filter(({ code, provisional }) => !provisional && code !== unit.code);
  return (
    <>
      <p>{t("registry.sameText", { name: unit.name })}</p>
      {unit.suggestions.length > 0 && (
        <fieldset>
          <legend>{t("import.unitNear")}</legend>
          {unit.suggestions.map((one) => (
            <label key={one.code}>
              <input type="radio" name="same" checked={of === one.code} onChange={() => onChange(one.code)} />
              {one.name} <small className={styles.quiet}>{t(`import.near.${one.by}`)}</small>
            </label>
          ))}
        </fieldset>
      )}
      <Choice
        label={t("registry.anotherUnit")}
        labelShown
        value={near.has(of) ? "" : of}
        options={[
          { value: "", label: "–" },
          ...others.filter(({ code }) => !near.has(code)).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={onChange}
      />
    </>
  );
}
