import { Link } from "@tanstack/react-router";
import type { ImportItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import { useSourceName } from "../../../lib/sources";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useActor } from "../../../lib/use-actor";
import { rowsOf } from "../lib/rows";
import styles from "./history.module.css";
import { StateText } from "./StateText";

export function HistoryTable({ items }: { readonly items: readonly ImportItem[] }) {
  const { t } = useTranslation();
  const number = useNumber();
  const sourceName = useSourceName();
  const actor = useActor();
  const time = (iso: string) => {
    const at = instantOrNull(iso);
    return at === null ? "–" : formatInstant(at);
  };
  return (
    <table className={table.table} data-testid="imports">
      <thead>
        <tr>
          <th scope="col">{t("history.column.at")}</th>
          <th scope="col">{t("history.column.files")}</th>
          <th scope="col" className={table.wide}>
            {t("history.column.source")}
          </th>
          <th scope="col" className={table.wide}>
            {t("history.column.who")}
          </th>
          <th scope="col" className={`${table.figure} ${table.wide}`}>
            {t("history.column.rows")}
          </th>
          <th scope="col" className={`${table.figure} ${table.wide}`}>
            {t("history.column.rejected")}
          </th>
          <th scope="col" className={`${table.figure} ${table.wide}`}>
            {t("history.column.findings")}
          </th>
          <th scope="col">{t("history.column.state")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id} data-testid="import">
            <td className={`${styles.at} ${table.quiet}`}>{time(one.created_at)}</td>
            <td className={styles.files}>
              <Link to="/data/history" search={(before) => ({ ...before, open: one.id })}>
                {one.names.slice(0, 3).join(t("list.comma")) || t("history.noFiles")}
                {one.names.length > 3 && ` ${t("history.moreFiles", { n: one.names.length - 3 })}`}
              </Link>
            </td>
            <td className={table.wide}>{one.source === null ? "–" : sourceName(one.source)}</td>
            <td className={table.wide}>
              {actor(one.actor)} <small className={table.quiet}>{t(`history.via.${one.via}`)}</small>
            </td>
            <td className={`${table.figure} ${table.wide}`}>{number(rowsOf(one))}</td>
            <td className={`${table.figure} ${table.wide}`}>{number(one.summary?.rejected ?? 0)}</td>
            <td className={`${table.figure} ${table.wide} ${table.fixed}`}>
              {one.summary ? `+${number(one.summary.findings.added)} −${number(one.summary.findings.removed)}` : "–"}
            </td>
            <td className={table.fixed}>
              <StateText one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
