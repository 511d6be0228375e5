import type { UnitRow } from "@tianyan/core";
import type { UnitSuggestion } from "./types";

const bare = (word: string): string => word.normalize("NFKC").replace(/[\s()（）·、.,，"“”'-]+/g, "");

/** Office words that one name has and another leaves out, long ones first. */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/人民政府$/, ""],
  [/街道办事处$/, "街道"],
  [/街道办$/, "街道"],
  [/街办$/, "街道"],
  [/管理委员会$/, "管委会"],
  [/委员会$/, "委"],
  [/有限责任公司$|股份有限公司$|有限公司$|集团公司$/, "公司"],
  [/监督管理局$/, "监管局"],
  [/管理局$/, "局"],
];

/** The ways in which a name may be meant: with and without the place that it begins with, its office word in full or short. */
function forms(word: string): readonly string[] {
  const full = bare(word);
  let short = full;
  for (const [office, instead] of SHORTER) short = short.replace(office, instead);
  const found = new Set([full, short]);
  for (const text of [...found]) {
    let rest = text;
    for (;;) {
      const place = /^(?:[^省市县区旗]{1,5}(?:自治区|自治县|省|市|县|区|旗)|[省市县区])(?=.{2,}$)/.exec(rest)?.[0];
      if (!place) break;
      rest = rest.slice(place.length);
      found.add(rest);
    }
  }
  return [...found];
}

/** 住建局 is 住房和城乡建设局: its characters, in order, with the same first and last. */
function isShortOf(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length) return false;
  if (short.charAt(0) !== long.charAt(0) || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
}

const NUMBERED = /[0-9一二三四五六七八九十东南西北中上下甲乙丙丁A-Za-z]/;

/** Letters that differ, at most `most`; numbers and directions tell two units apart, so that they never count as a slip. */
function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      const telling = !same && (NUMBERED.test(a.charAt(i - 1)) || NUMBERED.test(b.charAt(j - 1)));
      const cost = telling ? most + 1 : 1;
      now.push(
        Math.min(
          (before[j - 1] ?? 0) + (same ? 0 : cost),
          (before[j] ?? 0) + (NUMBERED.test(a.charAt(i - 1)) ? most + 1 : 1),
          (now[j - 1] ?? 0) + (NUMBERED.test(b.charAt(j - 1)) ? most + 1 : 1),
        ),
      );
    }
    before = now;
  }
  return before[b.length] ?? most + 1;
}

/** What many units have in common at the end of their names: it tells none of them from another. */
const OFFICE =
  /(?:人民政府|办事处|居民委员会|村民委员会|管理委员会|管委会|派出所|供电所|司法所|自然资源所|卫生院|卫生室|街道|社区|居委会|村委会|大队|中队|分局|公司|中心|小学|中学|学校|医院|小区|[镇乡村局所站办委院处科])$/;

function stemOf(word: string): string {
  const rest = word.replace(OFFICE, "");
  return rest === word ? word : stemOf(rest);
}

/**
 * How many letters may be slips, by what is left without the office word: 东风镇 and 东岭镇 are two towns, 城市管埋局 is a slip of the
 * keyboard.
 */
function slipsAllowed(a: string, b: string): number {
  const stem = Math.min(stemOf(a).length, stemOf(b).length);
  return stem >= 8 ? 2 : stem >= 4 ? 1 : 0;
}

type Nearness = { readonly by: UnitSuggestion["by"]; readonly rank: number };

function near(a: readonly string[], b: readonly string[]): Nearness | null {
  if (a.some((one) => one.length > 1 && b.includes(one))) return { by: "fold", rank: 0 };
  let best: Nearness | null = null;
  const take = (by: Nearness["by"], rank: number): void => {
    if (!best || rank < best.rank) best = { by, rank };
  };
  for (const one of a) {
    for (const other of b) {
      const [short, long] = one.length < other.length ? [one, other] : [other, one];
      if (isShortOf(short, long)) take("short", 1.5);
      if (short.length >= 3 && long.includes(short)) take("part", 2 + (long.length - short.length) / 100);
      const most = slipsAllowed(one, other);
      if (most > 0 && slips(one, other, most) <= most) take("spelling", 1 + 0.3 * slips(one, other, most));
    }
  }
  return best;
}

export type SuggestUnits = (word: string) => readonly UnitSuggestion[];

/** Looks for units that a word may mean, by their codes, names and aliases. A suggestion, to be confirmed by somebody. */
export function createUnitSuggester(rows: readonly Pick<UnitRow, "code" | "name" | "aliases">[]): SuggestUnits {
  const known = rows.map((row) => ({
    code: row.code,
    name: row.name || row.code,
    words: [row.name || row.code, ...row.aliases].map(forms),
  }));
  return (word) => {
    const own = forms(word);
    return known
      .flatMap(({ code, name, words }) => {
        const found = words.flatMap((other) => near(own, other) ?? []).sort((a, b) => a.rank - b.rank)[0];
        return found && name !== word ? [{ code, name, ...found }] : [];
      })
      .sort((a, b) => a.rank - b.rank)
      .slice(0, 3)
      .map(({ code, name, by }) => ({ code, name, by }));
  };
}
