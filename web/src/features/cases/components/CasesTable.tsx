import { Link } from "@tanstack/react-router";
import type { CaseRow } from "@tianyan/api";
import { CASE_ACTION_TEXTS, CASE_STAGE_TEXTS } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import table from "../../../components/table.module.css";
import { useLanguage } from "../../../i18n/use-language";
import styles from "./cases.module.css";
import { StageDue } from "./StageDue";

/** Cases in a table: number and title, where each stands, by when, whose it is, about whom. */
export function CasesTable({ rows }: { readonly rows: readonly CaseRow[] }) {
  const { t } = useTranslation();
  return (
    <table className={table.table} data-testid="cases">
      <thead>
        <tr>
          <th scope="col">{t("cases.column.case")}</th>
          <th scope="col">{t("cases.stage")}</th>
          <th scope="col">{t("cases.column.due")}</th>
          <th scope="col" className={table.wide}>
            {t("cases.column.assignee")}
          </th>
          <th scope="col" className={table.wide}>
            {t("cases.units")}
          </th>
          <th scope="col" className={table.wide}>
            {t("cases.column.holds")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CaseLine key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function CaseLine({ row }: { readonly row: CaseRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { orders, open_measures: open, measures, people, systems } = row.counts;
  const holds = [
    orders > 0 && t("cases.count.orders", { count: orders }),
    measures > 0 && t("cases.count.measures", { open, count: measures }),
    people > 0 && t("cases.count.people", { count: people }),
    systems > 0 && t("cases.count.systems", { count: systems }),
  ].filter(Boolean);
  return (
    <tr data-testid="case-row">
      <td className={styles.title}>
        <Link to="/cases/$id" params={{ id: row.id }}>
          <b>{row.number}</b> {row.title}
        </Link>
      </td>
      <td className={table.fixed}>
        {CASE_STAGE_TEXTS[row.stage][language]}
        {row.waiting.map((action) => (
          <small key={action} className={styles.mark}>
            {t("cases.waitsFor", { action: CASE_ACTION_TEXTS[action][language] })}
          </small>
        ))}
        {row.reopening && <small className={styles.mark}>{t("cases.flag.reopening")}</small>}
      </td>
      <td>
        <StageDue file={row} listed />
      </td>
      <td className={`${table.wide} ${table.fixed}`}>{row.assignee?.name ?? "–"}</td>
      <td className={table.wide}>{row.units.map(({ name }) => name).join(t("list.comma"))}</td>
      <td className={`${table.wide} ${table.quiet}`}>{holds.join(t("list.comma"))}</td>
    </tr>
  );
}
