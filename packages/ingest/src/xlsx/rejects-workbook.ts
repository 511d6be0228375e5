import { knownHeaders } from "../profiles/columns";
import type { Profile } from "../profiles/profile";
import { openFile } from "../readers/open";
import type { OpenFile } from "../readers/open-file";
import type { Reject } from "../rows/reject";
import { nameOf } from "../tables/open-table";
import { type Cell, type SheetToWrite, writeWorkbook } from "./write-workbook";

export interface RejectedFile {
  /** Where it lies, and what `Reject.file` calls it. */
  readonly path: string;
  readonly rejects: readonly Reject[];
}

const ADDED = {
  zh: { columns: ["拒收行号", "拒收的列", "拒收原因"], sheet: "拒收" },
  en: { columns: ["rejected_row", "rejected_column", "rejected_because"], sheet: "rejected" },
} as const;

/** What is written of a cell under a header. */
export type WriteCell = (header: string, text: string) => string;

async function* rejectedRows(
  open: OpenFile,
  columns: readonly string[],
  rejects: ReadonlyMap<number, Reject>,
  language: "zh" | "en",
  write: WriteCell,
): AsyncGenerator<readonly Cell[], void, undefined> {
  let left = rejects.size;
  for await (const batch of open.reader.read(columns.map((column) => [column]))) {
    for (const { row, values, broken } of batch) {
      const reject = rejects.get(row);
      if (!reject) continue;
      // A line that is no record of its format has no values: it is shown as it stands there.
      const shown = values.length > 0 ? values : [broken?.value ?? "", ...columns.slice(1).map(() => "")];
      yield [
        ...shown.map((text, place) => write(columns[place] ?? "", text)),
        reject.row,
        reject.column,
        reject[language],
      ];
      left--;
    }
    if (left === 0) return;
  }
}

/**
 * The rejected rows as a workbook to mend and load again: the columns of their file, and behind them, in columns that no table has, row,
 * column and reason. One sheet for each table that has any.
 */
export async function* writeRejectsWorkbook(
  files: readonly RejectedFile[],
  profile: Profile,
  language: "zh" | "en",
  write: WriteCell = (_, text) => text,
): AsyncGenerator<Buffer, void, undefined> {
  const sheets: SheetToWrite[] = [];
  for (const { path, rejects } of files) {
    for (const open of await openFile(path, knownHeaders(profile))) {
      const name = nameOf(path, open.sheet);
      const own = new Map(rejects.filter(({ file }) => file === name).map((reject) => [reject.row, reject]));
      if (own.size === 0) continue;
      const all = open.reader.columns;
      const columns = all.filter((column) => column !== "" && all.indexOf(column) === all.lastIndexOf(column));
      sheets.push({
        name: open.sheet ?? (path.split(/[/\\]/).at(-1) ?? ADDED[language].sheet).replace(/\.\w+(\.gz)?$/, ""),
        columns: [...columns, ...ADDED[language].columns],
        rows: rejectedRows(open, columns, own, language, write),
      });
    }
  }
  const none: SheetToWrite = { name: ADDED[language].sheet, columns: ADDED[language].columns, rows: [] };
  yield* writeWorkbook(sheets.length > 0 ? sheets : [none]);
}
