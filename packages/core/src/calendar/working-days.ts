import { DAY } from "../instant";
import type { CalendarName } from "../parameters/parameters";
import { CN_LAST_YEAR, CN_TABLE } from "./cn-table";

/** Which dates are worked. Dates are days since 1970-01-01; none before it is asked for. */
export interface WorkingDays {
  readonly name: CalendarName;
  works(date: number): boolean;
  /** The n-th working date after `date`, n from 1; for n = 0 `date` itself. */
  nth(date: number, n: number): number;
  /** Working dates after `from`, up to and including `to`. */
  count(from: number, to: number): number;
  /** No notice has been published for the year of this date: weekdays are taken as worked for now. */
  provisional(date: number): boolean;
}

const dateNumber = (year: number, monthDay: string): number => Date.parse(`${year}-${monthDay}T00:00:00Z`) / DAY;

/** 1970-01-01 was a Thursday. */
const isWeekend = (date: number): boolean => (date + 4) % 7 === 0 || (date + 4) % 7 === 6;

function exceptions(): Map<number, boolean> {
  const dates = new Map<number, boolean>();
  for (const [year, [off, worked]] of Object.entries(CN_TABLE)) {
    for (const day of off.split(" ")) if (day) dates.set(dateNumber(Number(year), day), false);
    for (const day of worked.split(" ")) if (day) dates.set(dateNumber(Number(year), day), true);
  }
  return dates;
}

type Overrides = Readonly<Record<string, boolean>>;

function create(name: CalendarName, overrides: Overrides): WorkingDays {
  const special = name === "cn" ? exceptions() : new Map<number, boolean>();
  if (name === "cn")
    for (const [date, works] of Object.entries(overrides))
      special.set(dateNumber(Number(date.slice(0, 4)), date.slice(5)), works);
  const unpublished = name === "cn" ? dateNumber(CN_LAST_YEAR + 1, "01-01") : Number.POSITIVE_INFINITY;
  const decide = (date: number): boolean => special.get(date) ?? (name === "every-day" || !isWeekend(date));

  // counts[date]: working dates from day 0 to date; worked[k]: the k-th of them. Both grow as later dates are asked for.
  const counts: number[] = [];
  const worked: number[] = [];
  function grow(date: number): void {
    for (let next = counts.length; next <= date; next++) {
      if (decide(next)) worked.push(next);
      counts.push(worked.length);
    }
  }
  function counted(date: number): number {
    if (date >= counts.length) grow(date + 366);
    return counts[date] ?? 0;
  }

  return {
    name,
    works: (date) => counted(date) !== counted(date - 1),
    nth(date, n) {
      if (n === 0) return date;
      const index = counted(date) + n - 1;
      while (worked.length <= index) grow(counts.length + 366);
      return worked[index] as number;
    },
    count: (from, to) => Math.max(0, counted(to) - counted(from)),
    provisional: (date) => date >= unpublished,
  };
}

const calendars = new Map<string, WorkingDays>();
const MOST_KEPT = 50;

/** `overrides` are dates that are worked or off whatever the calendar `cn` says. */
export function workingDays(name: CalendarName, overrides: Overrides = {}): WorkingDays {
  const said = name === "cn" ? Object.entries(overrides).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
  const key = `${name}${said.map(([date, works]) => `|${date}${works ? "+" : "-"}`).join("")}`;
  let found = calendars.get(key);
  if (!found) {
    found = create(name, overrides);
    if (calendars.size >= MOST_KEPT) calendars.clear();
    calendars.set(key, found);
  }
  return found;
}
