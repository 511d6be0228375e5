import type { ColumnSpec } from "../profiles/profile";
import type { OpenFile } from "../readers/open-file";
import type { TableKind } from "../rows/table";
import type { RecognisedTable, RowOrder, Shape } from "./types";

/** What is known of a table before its rows are read by a profile. */
export interface Draft {
  readonly open: OpenFile;
  /** Null: no table that is known. */
  readonly kind: TableKind | null;
  /** What its headers tell by themselves. */
  readonly foundKind: TableKind | null;
  /** False: somebody left it out. */
  readonly used: boolean;
  /** Which way its rows run, where they tell. */
  readonly rowOrder: RowOrder | null;
  /** Whether they are taken from the last to the first: as somebody said, else as found. */
  readonly newestFirst: boolean;
  readonly shape: Shape;
  readonly map: Readonly<Record<string, ColumnSpec>>;
  readonly dates: RecognisedTable["dates"];
}
