import { isDigit, isLetter, isSeparator } from "./characters";
import type { Group } from "./groups";
import { isDate } from "./identity";

const WINDOW = 14;
const LONGEST_WORD = 8;

const PERSONAL =
  /身份|证件|手机|电话|座机|固话|联系|来电|致电|拨打|卡号|银行卡|储蓄卡|账号|账户|微信|短信|tel|phone|mobile/i;
const OF_AN_ORDER =
  /(?:编号|编码|单号|单号码|工单|流水号?|受理号|案件号?|案号|件号|序号|批号|批次号?|文号|票号|发票号码?|代码|合同号|凭证号|户号|表号|条码|条形码|order(?:[ _-]?(?:id|no|number))?|no|id|#|第)$/i;
/** Letters that may stand right before a number that is one of a person. */
const WORDS = new Set("tel phone mobile mob cell call fax wechat weixin wx vx v t p m sfz".split(" "));
const AMOUNT = /^ ?[元万亿吨%]/;
const CURRENCY = /[¥￥$€] ?$/;

/** What stands around a number and says what it is. */
export interface Context {
  /** It is said to be a number of a person. */
  readonly labelled: boolean;
  /** It is said, or plain from its surroundings, that it is something else. */
  readonly other: boolean;
}

export const ofIdentity = (plain: string, start: number): boolean =>
  /身份|证件|证号/.test(plain.slice(Math.max(0, start - WINDOW), start));

export const ofCard = (plain: string, start: number): boolean =>
  /卡号|银行卡|储蓄卡|账号|账户|帐号|帐户/.test(plain.slice(Math.max(0, start - WINDOW), start));

/** The letters that end right before `end`, after dashes; "" where none do. */
function wordBefore(plain: string, end: number): string {
  let at = end;
  if (isSeparator(plain.charCodeAt(at - 1)) && plain[at - 1] !== " ") at--;
  const last = at;
  if (plain[at - 1] === "_") return "_";
  while (at > 0 && last - at <= LONGEST_WORD && isLetter(plain.charCodeAt(at - 1))) at--;
  return plain.slice(at, last).toLowerCase();
}

/** The digits behind a point, or before one, make a fraction; a list may be numbered by them. */
function isFraction(plain: string, start: number, end: number): boolean {
  if (plain[end] === "." && isDigit(plain.charCodeAt(end + 1))) return true;
  if (plain[start - 1] !== "." || !isDigit(plain.charCodeAt(start - 2))) return false;
  return !(start === 2 || /[\n；;。]/.test(plain[start - 3] ?? ""));
}

/** Part of a longer mark: letters and digits go on behind it, or a date and a dash stand before it. */
function isPartOfMark(plain: string, start: number, end: number): boolean {
  const next = plain.charCodeAt(end);
  if (plain[end] === "_" || (isLetter(next) && isDigit(plain.charCodeAt(end + 1)))) return true;
  return plain[start - 1] === "-" && /(?:^|\D)\d{8}$/.test(plain.slice(Math.max(0, start - 10), start - 1))
    ? isDate(plain.slice(start - 9, start - 1))
    : false;
}

/** `end`: the first place behind the whole number. */
export function contextOf(plain: string, { start }: Group, end: number): Context {
  const before = plain.slice(Math.max(0, start - WINDOW), start);
  const labelled = PERSONAL.test(before);
  const word = wordBefore(plain, start);
  if (isPartOfMark(plain, start, end)) return { labelled, other: true };
  if (labelled) return { labelled, other: word !== "" && !WORDS.has(word) };
  const other =
    (word !== "" && !WORDS.has(word)) ||
    OF_AN_ORDER.test(before.replace(/[\s.:：为是"“「(（=+]+$/, "")) ||
    CURRENCY.test(before) ||
    AMOUNT.test(plain.slice(end, end + 2)) ||
    isFraction(plain, start, end);
  return { labelled, other };
}
