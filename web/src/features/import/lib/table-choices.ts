import type {
  RecognisedTableItem,
  RecognitionQuestion,
  RecognitionResult,
  TableChoiceInput,
  TableKindWord,
} from "@tianyan/api";

export type RowsRun = RecognisedTableItem["rows_run"];

/** What somebody said of one table; what is not said is taken as found. */
export interface TableSaid {
  readonly use?: boolean;
  readonly kind?: TableKindWord;
  readonly rows?: RowsRun;
}

/** By `tableKey`. */
export type TablesSaid = Readonly<Record<string, TableSaid>>;

/** A table with the upload that it is in: names may come twice. */
export interface PlacedTable {
  readonly upload: string;
  readonly table: RecognisedTableItem;
}

export const tableKey = ({ upload, table }: PlacedTable): string => `${upload} ${table.sheet ?? ""}`;

export const placedTables = ({ files }: RecognitionResult): readonly PlacedTable[] =>
  files.flatMap(({ upload, tables }) => tables.map((table) => ({ upload, table })));

/** Those that are loaded. */
export const usedTables = ({ files }: RecognitionResult): readonly PlacedTable[] =>
  files
    .filter(({ refusal }) => refusal === null)
    .flatMap(({ upload, tables }) => tables.map((table) => ({ upload, table })))
    .filter(({ table }) => table.used && table.kind !== null);

/** What is said of a table comes to what was said before; nothing that differs from what was found is left out. */
export function sayOfTable(said: TablesSaid, placed: PlacedTable, part: TableSaid): TablesSaid {
  const key = tableKey(placed);
  const { use, kind, rows } = { ...said[key], ...part };
  return {
    ...said,
    [key]: {
      ...(use === false ? { use } : {}),
      ...(kind !== undefined && kind !== placed.table.found_kind ? { kind } : {}),
      ...(rows === undefined ? {} : { rows }),
    },
  };
}

/** What the server has to know to recognise the files: which tables there are, and what they are. */
export const choicesToRecognise = (said: TablesSaid): readonly TableChoiceInput[] =>
  Object.entries(said)
    .filter(([, { use, kind }]) => use === false || kind !== undefined)
    .map(([key, { use = true, kind = null }]) => {
      const place = key.indexOf(" ");
      return { upload: key.slice(0, place), sheet: key.slice(place + 1) || null, use, kind };
    });

/** Which way the rows of a table are taken. */
export const rowsRunOf = (said: TablesSaid, placed: PlacedTable): RowsRun =>
  said[tableKey(placed)]?.rows ?? placed.table.rows_run;

/** Everything that the load has to know of the tables. */
export const choicesToLoad = (recognition: RecognitionResult, said: TablesSaid): readonly TableChoiceInput[] => [
  ...choicesToRecognise(said).filter(({ use }) => use === false),
  ...usedTables(recognition).map((placed) => ({
    upload: placed.upload,
    sheet: placed.table.sheet,
    kind: said[tableKey(placed)]?.kind ?? null,
    rows: placed.table.kind === "events" ? rowsRunOf(said, placed) : null,
  })),
];

/** The way that all tables of events run; null where they differ. */
export function commonRows(recognition: RecognitionResult, said: TablesSaid): RowsRun | null {
  const ways = usedTables(recognition)
    .filter(({ table }) => table.kind === "events")
    .map((placed) => rowsRunOf(said, placed));
  return new Set(ways).size === 1 ? (ways[0] ?? null) : null;
}

/** The tables that a question is about. */
export const tablesAsked = (recognition: RecognitionResult, { table }: RecognitionQuestion): readonly PlacedTable[] =>
  usedTables(recognition).filter((placed) => placed.table.name === table);
