/** Number formats that Excel knows by number: dates and times, with those of Chinese, Japanese and Korean Excel. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Excel takes none that is longer. */
const LONGEST_CODE = 255;

/** Whether a format code writes a date or a time of day: `yyyy/m/d h:mm`, `[$-804]yyyy"年"m"月"d"日"`; not `[h]:mm`, a length of time. */
export function isDateFormat(code: string): boolean {
  if (code.length > LONGEST_CODE) return false;
  const first = code.split(";", 1)[0] ?? "";
  const bare = first
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/[\\_*]./g, "")
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, "");
  if (/\[[hms]+\]/i.test(bare) || /general|[#?]|0\.?E/i.test(bare)) return false;
  return /[ymdhs]/i.test(bare.replaceAll(/AM\/PM|A\/P/gi, "")) || /上午\/下午/.test(first);
}

/** Of each cell style, by number: whether its numbers are dates. `formats` are the workbook's own codes by their ids. */
export const datesOf = (styles: readonly number[], formats: ReadonlyMap<number, string>): readonly boolean[] =>
  styles.map((id) => {
    const code = formats.get(id);
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code);
  });

const MS_A_DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * A serial date as text, to the nearest second: `2024-03-05 09:07:00`, `2024-03-05` at midnight, `09:07:00` where there is no day. Null for a
 * number that is no date.
 */
export function serialText(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  const epoch = from1904 ? EPOCH_1904 : EPOCH_1900;
  const text = new Date(epoch + Math.round((serial * MS_A_DAY) / 1000) * 1000).toISOString();
  const clock = text.slice(11, 19);
  if (serial < 1) return clock;
  return clock === "00:00:00" ? text.slice(0, 10) : `${text.slice(0, 10)} ${clock}`;
}

/** A number as it would be written out: no exponent, no more than the 15 digits that a spreadsheet keeps. */
export function numberText(written: string): string {
  if (/^-?\d+$/.test(written)) return written;
  const number = Number(written);
  if (!Number.isFinite(number) || written.trim() === "") return written;
  const rounded = Number(number.toPrecision(15));
  if (Number.isInteger(rounded) && Math.abs(rounded) < 1e21) return BigInt(rounded).toString();
  return String(rounded);
}
