/** Rows of a file that are no data: of them, and only of them, the place in the file tells what they are. */

const TOTALS =
  /^(?:(?:本页|本月|全部|各项)?(?:合\s*计|总\s*计|共\s*计|小\s*计|汇\s*总|总\s*数|合计数)|(?:grand\s*)?totals?|subtotal|sum)\s*[:：]?\s*[\d,.]*\s*[件条笔行个]?$/i;
const SO_MANY = /^[共计]\s*[:：]?\s*\d+\s*[件条笔行]/;

/** A line of sums, by its first word: 合计, 总计, 共 120 件. */
export function isTotals(fields: readonly string[]): boolean {
  for (const field of fields) {
    if (field === "") continue;
    if (field.length > 24) return false;
    const word = field.trim();
    if (word !== "") return TOTALS.test(word) || SO_MANY.test(word);
  }
  return false;
}

/** The header once more, as where several exports were put together into one. */
export function repeatsHeader(fields: readonly string[], columns: readonly string[]): boolean {
  if ((fields[0] ?? "").trim() !== (columns[0] ?? "") || fields.length > columns.length) return false;
  return columns.every((column, place) => (fields[place] ?? "").trim() === column) && columns.some((one) => one !== "");
}
