import type { RegisteredUnit } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import type { TreeLine } from "../../../lib/tree";
import { useUnitKind } from "../lib/use-unit-kind";
import styles from "./registry.module.css";

export interface UnitRowsProps {
  readonly lines: readonly TreeLine<RegisteredUnit>[];
  readonly units: readonly RegisteredUnit[];
  /** Absent: they are only read. */
  readonly onEdit?: ((code: string) => void) | undefined;
}

export function UnitRows({ lines, units, onEdit }: UnitRowsProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const kindName = useUnitKind();
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  return (
    <table className={`${table.table} ${styles.wide}`} data-testid="registry-units">
      <thead>
        <tr>
          <th scope="col">{t("registry.units.name")}</th>
          <th scope="col" className={table.wide}>
            {t("registry.units.code")}
          </th>
          <th scope="col" className={table.wide}>
            {t("registry.units.kind")}
          </th>
          <th scope="col" className={table.wide}>
            {t("registry.units.aliases")}
          </th>
          <th scope="col" className={table.figure}>
            {t("units.column.legs")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ unit, depth }) => (
          <tr key={unit.code}>
            <td style={{ paddingLeft: 8 + depth * 20 }}>
              {onEdit ? (
                <button type="button" className={styles.rowButton} onClick={() => onEdit(unit.code)}>
                  {unit.name}
                </button>
              ) : (
                unit.name
              )}
              {unit.provisional && <small className={styles.mark}>{t("units.provisional")}</small>}
              {unit.provisional && unit.suggestions[0] && (
                <small className={styles.under}>
                  {t("registry.units.maybe", {
                    names: unit.suggestions.map(({ name }) => name).join(t("list.comma")),
                  })}
                </small>
              )}
              {unit.merger && (
                <small className={styles.under}>
                  {t("registry.units.mergedInto", { from: unit.merger.from, name: nameOf(unit.merger.into) })}
                </small>
              )}
            </td>
            <td className={`${table.wide} ${table.quiet}`}>{unit.code}</td>
            <td className={table.wide}>{kindName(unit.kind)}</td>
            <td className={table.wide}>{unit.aliases.join(t("list.comma"))}</td>
            <td className={table.figure}>{number(unit.legs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
