import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { FindingCounts } from "../../../components/FindingCounts";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import type { UnitLine } from "../lib/tree";
import styles from "./units.module.css";

/** Findings beside volume, in no order of blame: who handles more, is flagged more. */
export function UnitsTable({ lines }: { readonly lines: readonly UnitLine[] }) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <div className={styles.sheet}>
      <p className={styles.note}>{t("units.note")}</p>
      <table className={table.table} data-testid="units">
        <thead>
          <tr>
            <th scope="col">{t("units.column.unit")}</th>
            <th scope="col">{t("units.column.findings")}</th>
            <th scope="col" className={table.figure}>
              {t("units.column.orders")}
            </th>
            <th scope="col" className={`${table.figure} ${table.wide}`}>
              {t("units.column.legs")}
            </th>
            <th scope="col" className={table.figure}>
              {t("units.column.holding")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ unit, depth }) => (
            <tr key={unit.code}>
              <td style={{ paddingLeft: 8 + depth * 20 }}>
                {unit.name} {unit.kind === "centre" && <small className={styles.mark}>{t("units.centre")}</small>}
                {unit.provisional && (
                  <small className={styles.mark} title={t("units.provisionalHint")}>
                    {t("units.provisional")}
                  </small>
                )}
              </td>
              <td>
                <Link
                  to="/watchlist"
                  search={{ unit: [unit.code] }}
                  className={styles.findings}
                  title={t("rules.find")}
                >
                  <FindingCounts counts={unit.findings} />
                </Link>
              </td>
              <td className={table.figure}>{number(unit.orders)}</td>
              <td className={`${table.figure} ${table.wide}`}>{number(unit.legs)}</td>
              <td className={table.figure}>
                <Link to="/orders" search={{ unit: [unit.code] }}>
                  {number(unit.holding)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
