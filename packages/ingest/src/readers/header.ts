/** Whether a header is one that the profile or the built-in tables know. */
export type KnownHeader = (header: string) => boolean;

/** Records looked through for the header: titles, dates of printing and blank lines may stand above it. */
export const HEADER_WITHIN = 30;

const filledIn = (record: readonly string[]): number => record.filter((field) => field.trim() !== "").length;

/** Which record is the header: the first of those with most known headers; where none has any, the first with two fields filled in. */
export function findHeader(records: readonly (readonly string[])[], known: KnownHeader): number {
  let best = 0;
  let most = 0;
  records.slice(0, HEADER_WITHIN).forEach((record, index) => {
    const found = new Set(record.filter((field) => field !== "" && field.length < 100 && known(field.trim()))).size;
    if (found > most) {
      best = index;
      most = found;
    }
  });
  if (most > 1 || (most === 1 && best === 0)) return best;
  const first = records.slice(0, HEADER_WITHIN).findIndex((record) => filledIn(record) > 1);
  return most === 1 && first === -1 ? best : Math.max(0, first);
}
