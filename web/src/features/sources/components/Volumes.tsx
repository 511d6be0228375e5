import { Link } from "@tanstack/react-router";
import type { SourceItem } from "@tianyan/api";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { instantOrNull } from "../../../lib/time";
import { useVolumes } from "../api/volumes";
import { monthsOf } from "../lib/months";
import styles from "./sources.module.css";

/** Orders accepted a month: a gap in the row is a gap in the feed. */
export function Volumes({ source }: { readonly source: SourceItem }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { code, first_at, last_at } = source;
  const months = useMemo(() => {
    const first = instantOrNull(first_at);
    const last = instantOrNull(last_at);
    return first === null || last === null ? [] : monthsOf(first, last);
  }, [first_at, last_at]);
  const counts = useVolumes(code);
  if (counts.size === 0) return null;
  const volumes = months.map((month) => ({ ...month, orders: counts.get(month.name) ?? 0 }));
  const most = Math.max(1, ...volumes.map(({ orders }) => orders));
  return (
    <table className={styles.volumes}>
      <caption>{t("sources.volumes")}</caption>
      <tbody>
        {volumes.map(({ name, from, to, orders }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <span style={{ width: `${(orders / most) * 100}%` }} />
            </td>
            <td>
              <Link to="/orders" search={{ source: [code], from, to }}>
                {number(orders)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
