import { readDayFirst, readMonthFirst, readSerial, readYearFirst } from "./forms";
import { isTime, readIsoFast, type WrittenTime } from "./iso";

/** How an instant may be written: which of its parts comes first, or what stands for it. */
export const DATE_FORMS = ["iso", "year-first", "compact", "serial", "dmy", "mdy"] as const;
export type DateForm = (typeof DATE_FORMS)[number];

const valid = (time: WrittenTime | null): boolean => time !== null && isTime(time);

/** Every way in which a text can be read as an instant; both `dmy` and `mdy` for `3/5/2024`. */
export function dateFormsOf(text: string): readonly DateForm[] {
  if (text.length < 5 || text.length > 64) return [];
  if (valid(readIsoFast(text))) return ["iso"];
  const folded = text.normalize("NFKC").trim();
  if (valid(readYearFirst(folded)))
    return [/^\d{8}(?:T?\d|$)/.test(folded) ? "compact" : /^\d{4}-\d\d-\d\d(?!\d)/.test(folded) ? "iso" : "year-first"];
  if (valid(readSerial(folded))) return ["serial"];
  const forms: DateForm[] = [];
  if (valid(readDayFirst(folded))) forms.push("dmy");
  if (valid(readMonthFirst(folded))) forms.push("mdy");
  return forms;
}

/** What the sample of a column says of how its instants are written. */
export interface DetectedDates {
  /** Null: the sample holds none, or both `dmy` and `mdy` read all of it. */
  readonly form: DateForm | null;
  /** What a profile has to say: `iso` stands for every form whose order is plain. */
  readonly profile: "iso" | "dmy" | "mdy" | null;
  /** Day or month first: nothing in the sample tells; or some values tell the one, and some the other. */
  readonly question: "day_or_month" | "day_and_month" | null;
  /** Values that can only be read this way, with one of them; and how many there were, and could not be read at all. */
  readonly evidence: readonly {
    readonly form: DateForm | "day_or_month";
    readonly count: number;
    readonly example: string;
  }[];
  readonly sampled: number;
  readonly unreadable: number;
}

export function detectDates(values: Iterable<string>): DetectedDates {
  const counts = new Map<DateForm | "day_or_month", { count: number; example: string }>();
  let sampled = 0;
  let unreadable = 0;
  for (const value of values) {
    if (value === "") continue;
    sampled++;
    const forms = dateFormsOf(value);
    const form = forms.length > 1 ? "day_or_month" : forms[0];
    if (form === undefined) {
      unreadable++;
      continue;
    }
    const seen = counts.get(form);
    if (seen) seen.count++;
    else counts.set(form, { count: 1, example: value });
  }
  const evidence = [...counts].map(([form, seen]) => ({ form, ...seen })).sort((a, b) => b.count - a.count);
  const number = (form: DateForm | "day_or_month"): number => counts.get(form)?.count ?? 0;
  const both = number("dmy") > 0 && number("mdy") > 0;
  const neither = number("day_or_month") > 0 && number("dmy") === 0 && number("mdy") === 0;
  const question = both ? "day_and_month" : neither ? "day_or_month" : null;
  const order = number("dmy") > 0 ? "dmy" : number("mdy") > 0 ? "mdy" : null;
  const plain = DATE_FORMS.filter((form) => form !== "dmy" && form !== "mdy").sort((a, b) => number(b) - number(a))[0];
  const most = order ?? (plain !== undefined && number(plain) > 0 ? plain : null);
  return {
    form: question ? null : most,
    profile: question ? null : (order ?? (most === null ? null : "iso")),
    question,
    evidence,
    sampled,
    unreadable,
  };
}
