import type { RecognisedTableItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { useColumnName } from "../../../lib/use-column-name";
import { type Maps, meaningOf, meaningsOf } from "../lib/mapping";
import styles from "./import.module.css";

export interface SampleTableProps {
  readonly table: RecognisedTableItem;
  /** Null: its columns are fixed. */
  readonly maps: Maps | null;
  readonly onMean: (header: string, meaning: string) => void;
}

/** The first rows as they stand in the file; over each column what it is taken for. */
export function SampleTable({ table, maps, onMean }: SampleTableProps) {
  const { t } = useTranslation();
  const columnName = useColumnName();
  const shown = table.headers.flatMap((header, place) =>
    header !== "" || table.sample.some((row) => (row[place] ?? "") !== "") ? [{ header, place }] : [],
  );
  const fixed = (header: string) => table.columns.find(({ headers }) => headers.includes(header))?.column;
  const options = maps
    ? [
        { value: "", label: t("import.notUsed") },
        ...meaningsOf(table).map((value) => ({ value, label: columnName(value.slice(value.indexOf(".") + 1)) })),
      ]
    : [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.sample} tabIndex={0} aria-label={table.name}>
      <table>
        <thead>
          <tr>
            <td />
            {shown.map(({ header, place }) => (
              <th key={place} scope="col">
                {header}
              </th>
            ))}
          </tr>
          {table.kind && (
            <tr>
              <td />
              {shown.map(({ header, place }) => (
                <td
                  key={place}
                  data-used={maps ? meaningOf(maps, table.kind, header) !== "" : fixed(header) !== undefined}
                >
                  {maps && header !== "" ? (
                    <Choice
                      label={t("import.column", { header })}
                      value={meaningOf(maps, table.kind, header)}
                      options={options}
                      onChange={(meaning) => onMean(header, meaning)}
                    />
                  ) : (
                    columnName(fixed(header) ?? "")
                  )}
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {table.sample.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name.
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {shown.map(({ place }) => (
                <td key={place} title={row[place]}>
                  {row[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
