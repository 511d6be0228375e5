import { isDigit, isSeparator, STAR } from "./characters";

/** A run of digits as long as it goes. */
export interface Group {
  readonly start: number;
  /** The first place behind it. */
  readonly end: number;
  readonly digits: string;
}

const FURTHEST_SEPARATORS = 3;
const FURTHEST_MASK = 24;
const LEAST_KEPT = 3;

export function digitGroups(plain: string): readonly Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < plain.length; at++) {
    if (!isDigit(plain.charCodeAt(at))) continue;
    const start = at;
    while (at < plain.length && isDigit(plain.charCodeAt(at))) at++;
    groups.push({ start, end: at, digits: plain.slice(start, at) });
  }
  return groups;
}

/** Whether nothing but a few blanks or dashes lies between two places; `close`: a bracket may come first. */
export function joined(plain: string, from: number, to: number, close = false): boolean {
  const start = close && plain[from] === ")" ? from + 1 : from;
  if (start === to) return close;
  if (to - start > FURTHEST_SEPARATORS) return false;
  for (let at = start; at < to; at++) if (!isSeparator(plain.charCodeAt(at))) return false;
  return true;
}

/** Digits kept on the other side of stars, seen from `at` in steps of `step`: then the group is what a mask has left. */
function leftOfMask(plain: string, at: number, step: 1 | -1): boolean {
  let stars = 0;
  let kept = 0;
  for (let place = at, walked = 0; walked < FURTHEST_MASK; place += step, walked++) {
    const code = plain.charCodeAt(place);
    if (code === STAR && kept === 0) stars++;
    else if (isDigit(code)) {
      if (stars === 0) return false;
      if (++kept === LEAST_KEPT) return true;
    } else if (kept > 0 || !isSeparator(code)) return false;
  }
  return false;
}

/** A masked number is masked once: what is left of it is no part of another. */
export const isRemnant = (plain: string, { start, end }: Group): boolean =>
  leftOfMask(plain, start - 1, -1) || leftOfMask(plain, end, 1);
