import type { RecognisedTableItem, RecognitionResult } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { answer, mapsInForce } from "../lib/answers";
import type { Draft } from "../lib/kept";
import { mean, missingIn } from "../lib/mapping";
import { useColumnName } from "../lib/use-column-name";
import styles from "./import.module.css";
import { SampleTable } from "./SampleTable";
import { TableFacts } from "./TableFacts";

export interface TableCardProps {
  readonly table: RecognisedTableItem;
  readonly recognition: RecognitionResult;
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

/** One table: what it is, how it is written, its first rows under what its columns mean. */
export function TableCard({ table, recognition, draft, onDraft }: TableCardProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const columnName = useColumnName();
  const maps = mapsInForce(recognition, draft.answers, table);
  const mapped = table.kind === "orders" || table.kind === "events";
  const missing = mapped ? missingIn(maps, table) : table.missing;
  const say = (header: string, meaning: string) => {
    const next = mean(maps, table.kind, header, meaning);
    const said = {
      ...(next.events === maps.events ? {} : { events: next.events }),
      ...(next.orders === maps.orders ? {} : { orders: next.orders }),
    };
    onDraft({ answers: answer(recognition, draft.answers, said) });
  };
  return (
    <details className={styles.table} open={table.kind !== null} data-testid="table">
      <summary>
        <b>{table.name}</b>
        <span data-kind={table.kind ?? "none"}>{t(`import.kind.${table.kind ?? "none"}`)}</span>
        {table.kind && (
          <span className={styles.quiet}>
            {t("import.tableRows", { accepted: number(table.accepted), rejected: number(table.rejected) })}
          </span>
        )}
      </summary>
      <TableFacts table={table} />
      {missing.length > 0 && (
        <p role="alert" className={styles.missing}>
          {t("import.missing", { columns: missing.map(columnName).join(t("list.comma")) })}
        </p>
      )}
      {mapped && <p className={styles.note}>{t("import.columnsNote", { n: table.sample.length })}</p>}
      <SampleTable table={table} maps={mapped ? maps : null} onMean={say} />
    </details>
  );
}
