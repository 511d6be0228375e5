import table from "../../../components/table.module.css";
import type { Opens } from "../lib/opens";
import { OpensLink } from "./OpensLink";
import styles from "./overview.module.css";

export interface FigureColumn {
  readonly label: string;
  readonly figure: boolean;
}

export interface FigureCell {
  readonly text: string;
  readonly opens?: Opens | null;
}

export interface FigureRow {
  readonly key: string;
  /** One a column. */
  readonly cells: readonly FigureCell[];
}

export interface FigureTableProps {
  readonly caption: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

/** The figures of a chart as a table; those that count something open it. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  return (
    <table className={table.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, figure }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity, and never move.
            <th key={place} scope="col" className={figure ? table.figure : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map(({ text, opens }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <td key={place} className={columns[place]?.figure ? table.figure : undefined}>
                {opens ? <OpensLink opens={opens}>{text}</OpensLink> : text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
