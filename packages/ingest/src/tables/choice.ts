import type { TableKind } from "../rows/table";

/** What somebody said of one table of the files. */
export interface TableChoice {
  readonly path: string;
  /** Of a workbook with several sheets in use. */
  readonly sheet: string | null;
  /** False: it is left out. */
  readonly use: boolean;
  /** Null: as its headers tell. */
  readonly kind: TableKind | null;
  /** Null: as the profile says. */
  readonly newestFirst: boolean | null;
}

/** What was said of the tables of one file, by sheet; nothing said is taken as found. */
export type ChoiceOf = (sheet: string | null) => TableChoice | undefined;

export const choicesOf =
  (choices: readonly TableChoice[] | undefined, path: string): ChoiceOf =>
  (sheet) =>
    choices?.find((choice) => choice.path === path && choice.sheet === sheet);
