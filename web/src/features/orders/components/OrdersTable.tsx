import { Link } from "@tanstack/react-router";
import type { OrderRow } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { FindingCounts } from "../../../components/FindingCounts";
import table from "../../../components/table.module.css";
import { formatInstant, instantOrNull } from "../../../lib/time";
import styles from "./orders.module.css";

export function OrdersTable({ rows }: { readonly rows: readonly OrderRow[] }) {
  const { t } = useTranslation();
  const accepted = (row: OrderRow) => {
    const at = instantOrNull(row.accepted_at);
    return at === null ? "–" : formatInstant(at);
  };
  const holder = (row: OrderRow) => {
    if (row.state === "done") return t("orders.done");
    return row.holder?.name ?? t("orders.inPool");
  };
  return (
    <table className={table.table} data-testid="orders">
      <thead>
        <tr>
          <th scope="col" className={table.wide}>
            {t("orders.column.order")}
          </th>
          <th scope="col">{t("orders.column.title")}</th>
          <th scope="col" className={table.wide}>
            {t("orders.column.category")}
          </th>
          <th scope="col" className={table.wide}>
            {t("orders.column.district")}
          </th>
          <th scope="col" className={table.wide}>
            {t("orders.column.accepted")}
          </th>
          <th scope="col" className={table.wide}>
            {t("orders.column.holder")}
          </th>
          <th scope="col" className={`${table.figure} ${table.wide}`}>
            {t("orders.column.legs")}
          </th>
          <th scope="col">{t("orders.column.findings")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.source}/${row.order_id}`}>
            <td className={`${table.fixed} ${table.wide} ${table.quiet}`}>{row.order_id}</td>
            <td className={styles.title}>
              <Link to="/orders/$source/$orderId" params={{ source: row.source, orderId: row.order_id }}>
                {row.title || row.order_id}
              </Link>
              <span className={styles.sub}>
                {row.order_id} · {holder(row)}
              </span>
            </td>
            <td className={table.wide}>{row.category.split(">").at(-1)}</td>
            <td className={`${table.fixed} ${table.wide}`}>{row.district}</td>
            <td className={`${table.fixed} ${table.wide}`}>{accepted(row)}</td>
            <td className={table.wide}>{holder(row)}</td>
            <td className={`${table.figure} ${table.wide}`}>{row.legs}</td>
            <td>
              <FindingCounts counts={row.findings} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
