import type { RecognitionResult } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import type { Draft } from "../lib/kept";
import { placedTables, tableKey } from "../lib/table-choices";
import styles from "./import.module.css";
import { TableCard } from "./TableCard";

export interface TablesProps {
  readonly recognition: RecognitionResult;
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

/** Every file and sheet with what it was taken for. */
export function Tables({ recognition, draft, onDraft }: TablesProps) {
  const { t } = useTranslation();
  const tables = placedTables(recognition);
  if (tables.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="tables">
      <h2 id="tables">{t("import.tables")}</h2>
      {tables.map((placed) => (
        <TableCard key={tableKey(placed)} placed={placed} recognition={recognition} draft={draft} onDraft={onDraft} />
      ))}
    </section>
  );
}
