import { type DetectedDates, detectDates } from "../dates/detect-form";
import type { ColumnSpec } from "../profiles/profile";
import type { TableReader } from "../readers/reader";
import type { RecognisedTable } from "./types";

const INSTANTS = ["at", "received_at", "finished_at", "due_at"];
/** Values of a column looked at; all of them, while day and month cannot be told apart. */
const SAMPLE = 2_000;

/** How the instants of a table are written, column by column. */
export async function detectTableDates(
  reader: TableReader,
  map: Readonly<Record<string, ColumnSpec>>,
  most: number,
): Promise<RecognisedTable["dates"]> {
  const columns = INSTANTS.flatMap((column) => {
    const header = map[column]?.[0];
    return header !== undefined && reader.columns.includes(header) ? [{ column, header }] : [];
  });
  if (columns.length === 0) return [];
  const values: string[][] = columns.map(() => []);
  let rows = 0;
  let next = SAMPLE;
  let found: readonly DetectedDates[] = [];
  for await (const batch of reader.read(columns.map(({ header }) => [header]))) {
    for (const row of batch) {
      if (row.broken) continue;
      rows++;
      row.values.forEach((value, at) => {
        if (value !== "") values[at]?.push(value);
      });
    }
    if (rows < next) continue;
    found = values.map(detectDates);
    if (rows >= most || found.every(({ question }) => question !== "day_or_month")) break;
    next = rows * 4;
  }
  if (rows < next || found.length === 0) found = values.map(detectDates);
  return columns.map((column, at) => ({ ...column, ...(found[at] ?? detectDates([])) }));
}
