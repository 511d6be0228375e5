import type { RecognitionResult } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import table from "../../../components/table.module.css";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { usedTables } from "../lib/table-choices";
import styles from "./import.module.css";

/** What would be left out and why, by table and reason, with examples to look for in the file. */
export function RejectsPreview({ recognition }: { readonly recognition: RecognitionResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const rows = usedTables(recognition)
    .map(({ table: one }) => one)
    .flatMap(({ name, rejects }) => rejects.map((reject) => ({ ...reject, name })))
    .sort((a, b) => b.count - a.count);
  return (
    <section className={styles.part} aria-labelledby="rejects" data-testid="rejects-preview">
      <h2 id="rejects">{t("import.rejects")}</h2>
      {rows.length === 0 ? (
        <p className={styles.note}>{t("import.noRejects")}</p>
      ) : (
        <>
          <p className={styles.note}>{t("import.rejectsNote")}</p>
          <table className={`${table.table} ${styles.wide}`}>
            <thead>
              <tr>
                <th scope="col">{t("import.reason")}</th>
                <th scope="col" className={table.figure}>
                  {t("import.rows")}
                </th>
                <th scope="col">{t("import.examples")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.name} ${row.reason}`}>
                  <td>
                    {row[language]}
                    <small className={styles.under}>{row.name}</small>
                  </td>
                  <td className={table.figure}>{number(row.count)}</td>
                  <td>
                    {row.examples.slice(0, 3).map((example) => (
                      <div key={`${example.row} ${example.column}`}>
                        {t(example.column === "" ? "import.exampleRow" : "import.example", {
                          row: number(example.row),
                          column: example.column,
                          value: example.value === "" ? t("import.empty") : example.value,
                        })}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
