/** What a workbook of rejects has beside the columns of its file. */
export const REJECT_COLUMNS = {
  zh: { columns: ["拒收行号", "拒收的列", "拒收原因"], sheet: "拒收" },
  en: { columns: ["rejected_row", "rejected_column", "rejected_because"], sheet: "rejected" },
} as const;

const WAYS: readonly (readonly string[])[] = [REJECT_COLUMNS.zh.columns, REJECT_COLUMNS.en.columns];

/** Whether the headers are those of a workbook of rejects. */
export const areOfRejects = (headers: readonly string[]): boolean =>
  WAYS.some((columns) => columns.every((column) => headers.includes(column)));

/**
 * The headers by which the exports of a source are known again: a workbook of rejects has three of its own beside them, and lacks
 * those without a name or with one that occurs twice.
 */
export function headersOfExport(headers: readonly string[]): readonly string[] {
  const added = areOfRejects(headers) ? new Set(WAYS.flat()) : new Set<string>();
  return headers.filter(
    (header) => header !== "" && !added.has(header) && headers.indexOf(header) === headers.lastIndexOf(header),
  );
}
