import { isLetter } from "./characters";

/** A part of a text in which these places are hidden. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly hidden: readonly number[];
}

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;
const isLocal = (character: string | undefined): boolean =>
  character !== undefined && /[A-Za-z0-9._%+\-*]/.test(character);
const isDomain = (character: string | undefined): boolean => character !== undefined && /[A-Za-z0-9.-]/.test(character);

/** Addresses of electronic mail: of what stands before the @ the first character stays. */
export function emails(plain: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = plain.indexOf("@"); at !== -1; at = plain.indexOf("@", at + 1)) {
    let start = at;
    while (at - start <= LONGEST_LOCAL && isLocal(plain[start - 1])) start--;
    let end = at + 1;
    while (end - at <= LONGEST_DOMAIN && isDomain(plain[end])) end++;
    const domain = /^[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}/.exec(plain.slice(at + 1, end));
    const length = at - start;
    if (length === 0 || length > LONGEST_LOCAL || !domain) continue;
    const kept = length === 1 ? 0 : 1;
    const hidden = Array.from({ length: length - kept }, (_, place) => start + kept + place);
    spans.push({ start, end: at + 1 + domain[0].length, hidden });
  }
  return spans;
}

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]([A-HJ-Za-hj-z])[ ·•・.-]?([A-HJ-NP-Za-hj-np-z0-9]{4,6}[警学挂港澳]?)(?![A-Za-z0-9次])/g;
const ELECTRIC = /^(?:[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])$/i;
const USUAL = /^[A-HJ-NP-Z0-9]{5}$/i;
const MARKED = /^[A-HJ-NP-Z0-9]{4}[警学挂港澳]$/i;
/** 更新A12345 is a version. */
const VERSION = /[最更创重翻全刷革]$/;
const LEAST_DIGITS = 2;

/** Plates of vehicles beside the addresses of mail, of new energy with eight characters in all: the two in the middle of the last ones are hidden. */
export function plates(plain: string, mails: readonly Span[]): readonly Span[] {
  let next = 0;
  const spans: Span[] = [];
  for (const found of plain.matchAll(PLATE)) {
    const [text, , body = ""] = found;
    const known = body.length === 6 ? ELECTRIC.test(body) : USUAL.test(body) || MARKED.test(body);
    const digits = body.replace(/\D/g, "").length;
    const version = text.startsWith("新") && VERSION.test(plain.slice(Math.max(0, found.index - 1), found.index));
    if (!known || digits < LEAST_DIGITS || version) continue;
    const end = found.index + text.length;
    while ((mails[next]?.end ?? Number.POSITIVE_INFINITY) <= found.index) next++;
    if (isLetter(plain.charCodeAt(end)) || (mails[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    const from = end - body.length + (body.length === 6 ? 2 : 1);
    spans.push({ start: found.index, end, hidden: [from, from + 1] });
  }
  return spans;
}
