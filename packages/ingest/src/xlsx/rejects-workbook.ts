import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadWatch } from "../readers/watch";
import type { Words } from "../refusal";
import type { Reject } from "../rows/reject";
import type { OpenTable } from "../tables/open-table";
import { REJECT_COLUMNS } from "./reject-columns";
import { type Cell, type SheetToWrite, writeWorkbook } from "./write-workbook";

/** Where a row stands that was rejected, and why. */
export type RejectPlace = Pick<Reject, "file" | "row" | "column"> & Words;

/** Rejected rows as their files have them, kept on the disk until their workbooks are written. */
export interface SpooledRejects {
  /**
   * The rows as a workbook to mend and load again: the columns of their file, and behind them, in columns that no table has, row, column
   * and reason. One sheet for each table that has any; more where they are too many for one. `onRow` is called for each row.
   */
  workbook(language: "zh" | "en", onRow?: () => void): AsyncGenerator<Buffer, void, undefined>;
  remove(): Promise<void>;
}

/** Of a sheet, below its header. */
const MOST_ROWS = 1_048_575;

/** What is written of a cell under a header. */
export type WriteCell = (header: string, text: string) => string;

interface Spooled {
  readonly path: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly rejects: readonly RejectPlace[];
}

/** Reads the rejected rows of these tables once, into a temporary folder within `folder`; whoever asks for them removes them. */
export async function spoolRejects(
  tables: readonly OpenTable[],
  rejects: readonly RejectPlace[],
  folder: string,
  watch: ReadWatch = {},
  write: WriteCell = (_, text) => text,
): Promise<SpooledRejects> {
  const place = await mkdtemp(join(folder, "rejects-"));
  const remove = (): Promise<void> => rm(place, { recursive: true, force: true });
  const byTable = new Map<string, RejectPlace[]>();
  for (const reject of rejects) {
    const own = byTable.get(reject.file);
    if (own) own.push(reject);
    else byTable.set(reject.file, [reject]);
  }
  try {
    const spooled: Spooled[] = [];
    for (const table of tables) {
      const own = byTable.get(table.file.path);
      if (!own) continue;
      const path = join(place, String(spooled.length));
      const all = table.columns;
      const columns = all.filter((column) => column !== "" && all.indexOf(column) === all.lastIndexOf(column));
      const sorted = own.toSorted((a, b) => a.row - b.row);
      await pipeline(Readable.from(rejectedLines(table, columns, sorted, watch, write)), createWriteStream(path));
      spooled.push({ path, name: nameOfSheet(table), columns, rejects: sorted });
    }
    return { remove, workbook: (language, onRow) => writeWorkbook(sheetsOf(spooled, language, onRow)) };
  } catch (error) {
    await remove();
    throw error;
  }
}

const nameOfSheet = ({ sheet, file }: OpenTable): string =>
  sheet ?? (file.path.split(/[/\\]/).at(-1) ?? "").replace(/\.\w+(\.gz)?$/, "");

/** A line of JSON for each rejected row: its values. */
async function* rejectedLines(
  table: OpenTable,
  columns: readonly string[],
  rejects: readonly RejectPlace[],
  watch: ReadWatch,
  write: WriteCell,
): AsyncGenerator<string, void, undefined> {
  let next = 0;
  const wanted = columns.map((column) => [column]);
  for await (const batch of table.readRaw(wanted, watch)) {
    for (const { row, values, broken } of batch) {
      if (row !== rejects[next]?.row) continue;
      // A line that is no record of its format has no values: it is shown as it stands there.
      const shown = values.length > 0 ? values : [broken?.value ?? "", ...columns.slice(1).map(() => "")];
      yield lineOf(shown.map((text, at) => write(columns[at] ?? "", text)));
      next++;
    }
    if (next === rejects.length) return;
  }
}

/** Whoever reads lines takes these two characters for the end of one. */
const lineOf = (values: readonly string[]): string =>
  `${JSON.stringify(values).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}\n`;

function sheetsOf(spooled: readonly Spooled[], language: "zh" | "en", onRow?: () => void): readonly SheetToWrite[] {
  const added = REJECT_COLUMNS[language];
  const sheets = spooled.flatMap(({ path, name, columns, rejects }) => {
    const rows = spooledRows(path, rejects, language, onRow);
    const parts = Math.ceil(rejects.length / MOST_ROWS);
    return Array.from({ length: parts }, () => ({ name, columns: [...columns, ...added.columns], rows: upTo(rows) }));
  });
  return sheets.length > 0 ? sheets : [{ name: added.sheet, columns: added.columns, rows: [] }];
}

async function* spooledRows(
  path: string,
  rejects: readonly RejectPlace[],
  language: "zh" | "en",
  onRow?: () => void,
): AsyncGenerator<readonly Cell[], void, undefined> {
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const reject = rejects[at++];
    onRow?.();
    if (reject) yield [...(JSON.parse(line) as string[]), reject.row, reject.column, reject[language]];
  }
}

/** The next rows that fit into one sheet; the others stay for the sheet after it. */
async function* upTo(rows: AsyncGenerator<readonly Cell[], void, undefined>): AsyncGenerator<readonly Cell[]> {
  for (let count = 0; count < MOST_ROWS; count++) {
    const { value, done } = await rows.next();
    if (done || !value) return;
    yield value;
  }
}
