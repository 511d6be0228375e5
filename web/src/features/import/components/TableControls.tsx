import { type RecognisedTableItem, type RecognitionResult, TABLE_KIND_WORDS, type TableKindWord } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { sayShape } from "../lib/answers";
import type { Draft } from "../lib/kept";
import { type PlacedTable, type RowsRun, rowsRunOf, sayOfTable, type TableSaid, tableKey } from "../lib/table-choices";
import styles from "./import.module.css";

export interface TableControlsProps {
  readonly placed: PlacedTable;
  readonly recognition: RecognitionResult;
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

const SHAPES = ["event", "state", "step"] as const;
const WAYS = ["oldest-first", "newest-first"] as const satisfies readonly RowsRun[];

/** What a table is, whether it is loaded, and how its rows are taken: as found, until somebody says otherwise. */
export function TableControls({ placed, recognition, draft, onDraft }: TableControlsProps) {
  const { t } = useTranslation();
  const { table } = placed;
  // What was said shows at once; what the server makes of it comes a moment later.
  const { use = true, kind = table.found_kind } = draft.tables[tableKey(placed)] ?? {};
  const say = (part: TableSaid) => onDraft({ tables: sayOfTable(draft.tables, placed, part) });
  const saidShape = SHAPES.find((shape) => shape === draft.answers.shape);
  const events = table.used && table.kind === "events";
  return (
    <div className={styles.controls}>
      {kind !== null && (
        <label>
          <input type="checkbox" checked={use} onChange={(event) => say({ use: event.currentTarget.checked })} />
          {t("import.use")}
        </label>
      )}
      <Choice
        label={t("import.isTable")}
        labelShown
        asking={kind === null}
        value={kind ?? ""}
        options={[
          ...(kind === null ? [{ value: "" as const, label: t("import.kind.none") }] : []),
          ...TABLE_KIND_WORDS.map((value) => ({ value, label: kindLabel(table, value) })),
        ]}
        onChange={(chosen) => chosen !== "" && say({ kind: chosen })}
      />
      {events && (
        <Choice
          label={t("import.isRow")}
          labelShown
          value={saidShape ?? table.shape ?? "event"}
          options={SHAPES.map((value) => ({ value, label: t(`import.shape.${value}`) }))}
          onChange={(shape) => onDraft({ answers: sayShape(recognition, draft.answers, shape) })}
        />
      )}
      {events && (
        <Choice
          label={t("import.rowsRun")}
          labelShown
          value={rowsRunOf(draft.tables, placed)}
          options={WAYS.map((value) => ({
            value,
            label: t(value === "newest-first" ? "import.newestFirst" : "import.oldestFirst"),
          }))}
          onChange={(rows) => say({ rows })}
        />
      )}
    </div>
  );

  function kindLabel({ found_kind }: RecognisedTableItem, word: TableKindWord): string {
    const name = t(`import.kind.${word}`);
    return word === found_kind ? t("import.kindFound", { name }) : name;
  }
}
