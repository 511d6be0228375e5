import type { Wanted } from "./reader";
import { refusals } from "./refusals";

/** Place of each wanted column in the header, -1 where it has none. */
export function locate(path: string, columns: readonly string[], wanted: readonly Wanted[]): number[] {
  return wanted.map((headers) => {
    for (const header of headers) {
      const at = columns.indexOf(header);
      if (at !== -1 && columns.includes(header, at + 1)) throw refusals.doubleColumn(path, header);
      if (at !== -1) return at;
    }
    return -1;
  });
}
