import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Switcher } from "../../../components/Switcher";
import type { FigureName } from "../lib/search";
import styles from "./overview.module.css";

export interface FigureProps {
  readonly name: FigureName;
  /** The answer, not the data. */
  readonly title: string;
  /** How to read it, and what it does not say. */
  readonly explain: string;
  /** Other ways to cut the same figures. */
  readonly choice?: ReactNode;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  readonly chart: ReactNode;
  readonly table: ReactNode;
}

/** One question with its answer: as a chart, or behind a switch as the table of the same figures. */
export function Figure({ name, title, explain, choice, asTable, onTable, chart, table }: FigureProps) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <section className={styles.figure} aria-labelledby={heading} data-testid={`figure-${name}`}>
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <div className={styles.choices}>
          {choice}
          <Switcher
            label={t("overview.view.label")}
            value={asTable ? "table" : "chart"}
            options={[
              { value: "chart", label: t("overview.view.chart") },
              { value: "table", label: t("overview.view.table") },
            ]}
            onChange={(view) => onTable(view === "table")}
          />
        </div>
      </header>
      <p className={styles.note}>{explain}</p>
      {asTable ? <div className={styles.table}>{table}</div> : chart}
    </section>
  );
}
