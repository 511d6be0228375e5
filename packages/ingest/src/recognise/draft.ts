import type { ColumnSpec } from "../profiles/profile";
import type { OpenFile } from "../readers/open-file";
import type { TableKind } from "../rows/table";
import type { RecognisedTable, Shape } from "./types";

/** What is known of a table before its rows are read by a profile. */
export interface Draft {
  readonly open: OpenFile;
  readonly kind: TableKind | null;
  readonly shape: Shape;
  readonly map: Readonly<Record<string, ColumnSpec>>;
  readonly dates: RecognisedTable["dates"];
}
