import { looksLikeFormula } from "./write-workbook";

/** One field of a CSV file; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvField(value: string | number): string {
  const text = typeof value === "string" && looksLikeFormula(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Takes the apostrophe off again, where a file that was written so is read back. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text;
