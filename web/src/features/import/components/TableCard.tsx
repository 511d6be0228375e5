import type { RecognitionResult } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { useColumnName } from "../../../lib/use-column-name";
import { answer, mapsInForce } from "../lib/answers";
import type { Draft } from "../lib/kept";
import { mean, missingIn } from "../lib/mapping";
import type { PlacedTable } from "../lib/table-choices";
import styles from "./import.module.css";
import { SampleTable } from "./SampleTable";
import { TableControls } from "./TableControls";
import { TableFacts } from "./TableFacts";

export interface TableCardProps {
  readonly placed: PlacedTable;
  readonly recognition: RecognitionResult;
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

/** One table: what it is, how it is written, its first rows under what its columns mean. */
export function TableCard({ placed, recognition, draft, onDraft }: TableCardProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const columnName = useColumnName();
  const { table } = placed;
  const loaded = table.used && table.kind !== null;
  const maps = mapsInForce(recognition, draft.answers, table);
  const mapped = table.kind === "orders" || table.kind === "events";
  const missing = !loaded ? [] : mapped ? missingIn(maps, table) : table.missing;
  const say = (header: string, meaning: string) => {
    const next = mean(maps, table.kind, header, meaning);
    const said = {
      ...(next.events === maps.events ? {} : { events: next.events }),
      ...(next.orders === maps.orders ? {} : { orders: next.orders }),
    };
    onDraft({ answers: answer(recognition, draft.answers, said) });
  };
  const counts = { accepted: number(table.accepted), rejected: number(table.rejected) };
  return (
    <section className={styles.table} aria-label={table.name} data-loaded={loaded} data-testid="table">
      <p className={styles.tableName}>
        <b>{table.name}</b>
        <span className={styles.quiet}>
          {t(loaded ? "import.tableRows" : table.kind === null ? "import.kind.none" : "import.notLoaded", counts)}
        </span>
      </p>
      <TableControls placed={placed} recognition={recognition} draft={draft} onDraft={onDraft} />
      {missing.length > 0 && (
        <p role="alert" className={styles.missing}>
          {t(mapped ? "import.missing" : "import.missingFixed", {
            columns: missing.map(columnName).join(t("list.comma")),
          })}
        </p>
      )}
      <details open={loaded}>
        <summary className={styles.columnsAndRows}>{t("import.columnsAndRows")}</summary>
        <TableFacts table={table} />
        {loaded && mapped && <p className={styles.note}>{t("import.columnsNote", { n: table.sample.length })}</p>}
        <SampleTable table={table} maps={loaded && mapped ? maps : null} onMean={say} />
      </details>
    </section>
  );
}
