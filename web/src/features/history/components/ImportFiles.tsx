import type { ImportItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import { rowsOf } from "../lib/rows";
import styles from "./history.module.css";

const TABLES = ["events", "orders", "units", "competence"] as const;

export function ImportFiles({ files }: { readonly files: ImportItem["files"] }) {
  const { t } = useTranslation();
  const number = useNumber();
  const tableName = (word: string) => {
    const known = TABLES.find((one) => one === word);
    return known ? t(`import.kind.${known}`) : word;
  };
  return (
    <section className={styles.part}>
      <h2>{t("history.files")}</h2>
      <table className={`${table.table} ${styles.narrow}`}>
        <thead>
          <tr>
            <th scope="col">{t("history.file")}</th>
            <th scope="col">{t("history.table")}</th>
            <th scope="col" className={table.figure}>
              {t("history.column.rows")}
            </th>
            <th scope="col" className={table.figure}>
              {t("history.column.rejected")}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several files may have one name.
            <tr key={at}>
              <td className={styles.files}>
                {file.name} {file.known && <small className={table.quiet}>{t("history.known")}</small>}
              </td>
              <td>{tableName(file.table)}</td>
              <td className={table.figure}>{number(rowsOf({ files: [file] }))}</td>
              <td className={table.figure}>{number(file.rejected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
