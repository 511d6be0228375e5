import { contextOf, ofCard, ofIdentity } from "./context";
import { type Group, isRemnant, joined } from "./groups";
import { isDate, isDay, isIdentityNumber, isOldIdentityNumber, isProvince, passesLuhn } from "./identity";

/** A number of a person: the places of what counts of it, and how many of those stay readable in front and behind. */
export interface Found {
  readonly places: readonly number[];
  readonly front: number;
  readonly back: number;
  /** How many groups it takes. */
  readonly groups: number;
}

/** What a number looks like, at a place in the text: its groups, joined, from the one given. */
interface At {
  readonly plain: string;
  readonly groups: readonly Group[];
  readonly index: number;
}

const MOBILE = /^1[3-9]\d{9}$/;
const AREA = /^(?:010|02[0-57-9]|0[3-8][1-9]\d|09\d\d)$/;
const LOCAL = /^[2-8]\d{6,7}$/;
const FREE = /^(?:400[016789]\d{6}|8008\d{6})$/;
const CARD = /^(?:62|60|68|4|5[1-5]|35|9558|9559|22[2-9]|2[3-6]\d|27[01])/;

/** From this year on a region and a date begin an order's number as well as a child's: only a label tells which. */
const FIRST_OF_ORDERS = "2016";

const placesOf = (groups: readonly Group[]): number[] =>
  groups.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, place) => start + place));

/** The groups from this one on, where they have these lengths and hang together; else null. */
function split({ plain, groups, index }: At, lengths: readonly number[]): readonly Group[] | null {
  const found = groups.slice(index, index + lengths.length);
  if (found.length < lengths.length) return null;
  for (const [place, group] of found.entries()) {
    if (group.digits.length !== lengths[place]) return null;
    const before = found[place - 1];
    if (before && !joined(plain, before.end, group.start)) return null;
  }
  return found.some((group) => isRemnant(plain, group)) ? null : found;
}

const textOf = (groups: readonly Group[]): string => groups.map(({ digits }) => digits).join("");

const endOf = (groups: readonly Group[]): number => groups.at(-1)?.end ?? 0;

/** A dash and digits beside a number in pieces make it a piece of something longer; but for the country's 86. */
function dashed(plain: string, start: number, end: number): boolean {
  if (/^[-–—]\d/.test(plain.slice(end, end + 2))) return true;
  const before = plain.slice(Math.max(0, start - 5), start);
  return /\d[-–—]$/.test(before) && !/(?:^|\D|00)86[-–—]$/.test(before);
}

/** A date in the last eight digits, after a blank: a count and a date, say. */
const endsInDate = (plain: string, groups: readonly Group[], digits: string): boolean =>
  isDate(digits) && plain[(groups.at(-1)?.start ?? 0) - 1] === " ";

function identity(at: At): Found | null {
  const { plain, groups, index } = at;
  const [group] = groups.slice(index, index + 1);
  if (!group) return null;
  const labelled = ofIdentity(plain, group.start);
  const lastX = (end: number): boolean => /^[Xx](?![0-9A-Za-z])/.test(plain.slice(end, end + 2));
  const whole = group.digits.length === 17 && lastX(group.end) ? [...placesOf([group]), group.end] : placesOf([group]);
  const number = whole.map((place) => plain[place]).join("");
  if (number.length === 18 && isIdentityNumber(number, !labelled)) {
    const grown = number.slice(6, 10) < FIRST_OF_ORDERS;
    if (labelled || (grown && !contextOf(plain, group, group.start + 18).other))
      return { places: whole, front: 6, back: 4, groups: 1 };
  }
  if (number.length === 15 && isOldIdentityNumber(number, labelled) && !contextOf(plain, group, group.end).other)
    return { places: whole, front: 6, back: 3, groups: 1 };
  const parts = split(at, [6, 8, 4]) ?? split(at, [6, 8, 3]);
  if (!parts) return null;
  const end = endOf(parts);
  const places = placesOf(parts);
  if (places.length === 17 && lastX(end)) places.push(end);
  const text = places.map((place) => plain[place]).join("");
  return text.length === 18 &&
    isIdentityNumber(text) &&
    text.slice(6, 10) < FIRST_OF_ORDERS &&
    !contextOf(plain, group, end).other
    ? { places, front: 6, back: 4, groups: 3 }
    : null;
}

/** Order numbers often begin with a region and a date of late. */
const likeAnOrder = (digits: string): boolean =>
  isProvince(digits) &&
  (isDate(digits.slice(6, 14)) || (/^[1-3]/.test(digits.slice(6)) && isDay(digits.slice(8, 10), digits.slice(10, 12))));

function card(at: At): Found | null {
  const { plain, groups, index } = at;
  const group = groups[index];
  if (!group) return null;
  const parts =
    group.digits.length >= 15 && group.digits.length <= 19
      ? [group]
      : (split(at, [4, 4, 4, 4, 3]) ?? split(at, [4, 4, 4, 4, 2]) ?? split(at, [4, 4, 4, 4]) ?? split(at, [6, 13]));
  if (!parts) return null;
  const digits = textOf(parts);
  if (ofCard(plain, group.start)) return { places: placesOf(parts), front: 4, back: 4, groups: parts.length };
  if (digits.length < 16 || !CARD.test(digits) || !passesLuhn(digits) || likeAnOrder(digits)) return null;
  if (contextOf(plain, group, endOf(parts)).other || (parts.length > 1 && dashed(plain, group.start, endOf(parts))))
    return null;
  return { places: placesOf(parts), front: 4, back: 4, groups: parts.length };
}

/** 86, 0086 or 0 before a number, in its first group or as a group of its own. */
const PREFIX = /^(?:0086|86|0)(?=1[3-9]\d{9}$)/;

function mobile(at: At): Found | null {
  const { plain, groups, index } = at;
  const group = groups[index];
  if (!group) return null;
  const bare = group.digits.replace(PREFIX, "");
  if (MOBILE.test(bare)) {
    const places = placesOf([group]).slice(-11);
    return contextOf(plain, group, group.end).other ? null : { places, front: 3, back: 4, groups: 1 };
  }
  const parts = split(at, [3, 4, 4]) ?? split(at, [3, 8]) ?? split(at, [7, 4]) ?? prefixed(at);
  if (!parts || !MOBILE.test(textOf(parts))) return null;
  const [first = group] = parts;
  const end = endOf(parts);
  const called = first === group ? null : groups[index];
  if (parts.length === 2 && endsInDate(plain, parts, parts[1]?.digits ?? "")) return null;
  if (contextOf(plain, called ?? group, end).other || (called === null && dashed(plain, first.start, end))) return null;
  return { places: placesOf(parts), front: 3, back: 4, groups: parts.length };
}

/** `86 13812345678` has its number in one piece, `8613812` none: only the first group can carry the prefix. */
function prefixed({ plain, groups, index }: At): readonly Group[] | null {
  const group = groups[index];
  const first = /^(?:0086|86)(1[3-9]\d)$/.exec(group?.digits ?? "");
  if (!group || !first) return null;
  const start = group.end - 3;
  const rest = groups.slice(index + 1, index + 3);
  const parts = [{ start, end: group.end, digits: first[1] ?? "" }, ...rest];
  const fits = rest.length === 2 && rest.every(({ digits }) => digits.length === 4);
  if (!fits || parts.some((part) => isRemnant(plain, part))) return null;
  return parts.every((part, place) => place === 0 || joined(plain, parts[place - 1]?.end ?? 0, part.start))
    ? parts
    : null;
}

function free(at: At): Found | null {
  const { plain, groups, index } = at;
  const group = groups[index];
  if (!group) return null;
  const parts =
    group.digits.length === 10 ? [group] : (split(at, [3, 3, 4]) ?? split(at, [3, 4, 3]) ?? split(at, [3, 7]));
  if (!parts || !FREE.test(textOf(parts))) return null;
  const end = endOf(parts);
  if (contextOf(plain, group, end).other || (parts.length > 1 && dashed(plain, group.start, end))) return null;
  return { places: placesOf(parts), front: 3, back: 3, groups: parts.length };
}

/** Area code and local number, in one piece or several; abroad the code is written without its 0. */
function landline(at: At): Found | null {
  const { plain, groups, index } = at;
  const group = groups[index];
  if (!group) return null;
  if (group.digits.length >= 11 && group.digits.length <= 12) {
    const area = [3, 4].find((length) => AREA.test(group.digits.slice(0, length)) && isLocal(group.digits, length));
    if (area === undefined || contextOf(plain, group, group.end).other) return null;
    return { places: placesOf([group]).slice(area), front: 0, back: group.digits.length - area - 4, groups: 1 };
  }
  const abroad = /\+86[ -]?$/.test(plain.slice(Math.max(0, group.start - 4), group.start));
  if (!AREA.test(abroad ? `0${group.digits}` : group.digits) || isRemnant(plain, group)) return null;
  const local = localAfter(at, group);
  if (!local) return null;
  const digits = textOf(local);
  const dated = isDate(digits) && (local.length > 1 || plain[(local[0]?.start ?? 0) - 1] === " ");
  const before = plain.slice(Math.max(0, group.start - 2), group.start);
  if (dated || (/\d[-–—]$/.test(before) && !abroad) || contextOf(plain, group, endOf(local)).other) return null;
  return { places: placesOf(local), front: 0, back: digits.length - 4, groups: local.length + 1 };
}

/** 3-digit codes have local numbers of 8 digits. */
const isLocal = (digits: string, area: number): boolean =>
  LOCAL.test(digits.slice(area)) && (area === 4 || digits.length - area === 8);

function localAfter({ plain, groups, index }: At, area: Group): readonly Group[] | null {
  const next = groups[index + 1];
  if (!next || !joined(plain, area.end, next.start, true)) return null;
  const from: At = { plain, groups, index: index + 1 };
  const parts = LOCAL.test(next.digits) ? [next] : (split(from, [4, 4]) ?? split(from, [3, 4]));
  return parts && LOCAL.test(textOf(parts)) && !parts.some((part) => isRemnant(plain, part)) ? parts : null;
}

/** By the length of the first group: what can begin with it. */
const KINDS: readonly { readonly lengths: readonly number[]; readonly read: (at: At) => Found | null }[] = [
  { lengths: [6, 15, 17, 18], read: identity },
  { lengths: [3, 5, 7, 11, 12, 13, 15], read: mobile },
  { lengths: [2, 3, 4, 11, 12], read: landline },
  { lengths: [3, 10], read: free },
  { lengths: [4, 6, 15, 16, 17, 18, 19], read: card },
];
const READERS = Array.from({ length: 20 }, (_, length) => KINDS.filter(({ lengths }) => lengths.includes(length)));

/** The number of a person that begins with this group; null where none does. */
export function numberAt(plain: string, groups: readonly Group[], index: number): Found | null {
  for (const { read } of READERS[groups[index]?.digits.length ?? 0] ?? []) {
    const found = read({ plain, groups, index });
    if (found) return found;
  }
  return null;
}
