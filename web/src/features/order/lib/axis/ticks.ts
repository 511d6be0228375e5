import type { Cell, Scale } from "./scale";

export interface Tick {
  readonly x: number;
  /** Local date, in days since 1970-01-01. */
  readonly date: number;
  readonly grain: "day" | "week" | "month" | "year";
  readonly label: string;
}

/** Labels stand at least this far apart. */
const APART = 46;

const two = (n: number) => String(n).padStart(2, "0");
const civil = (date: number) => new Date(date * 86_400_000);
const weekOf = (date: number) => Math.floor((date + 3) / 7);
const monthOf = (date: number) => civil(date).getUTCFullYear() * 12 + civil(date).getUTCMonth();

function labelOf(date: number, grain: Tick["grain"], newYear: boolean): string {
  const day = civil(date);
  const year = day.getUTCFullYear();
  const month = two(day.getUTCMonth() + 1);
  if (grain === "year") return String(year);
  if (grain === "month") return `${year}-${month}`;
  return newYear ? `${year}-${month}-${two(day.getUTCDate())}` : `${month}-${two(day.getUTCDate())}`;
}

const GROUPS: readonly (readonly [Tick["grain"], (date: number) => number, number])[] = [
  ["day", (date) => date, APART],
  ["week", weekOf, APART],
  ["month", monthOf, APART + 10],
  ["month", (date) => Math.floor(monthOf(date) / 3), APART + 10],
  ["year", (date) => Math.floor(monthOf(date) / 12), APART],
];

/** The first working cell of each group. */
function firsts(cells: readonly Cell[], groupOf: (date: number) => number): Cell[] {
  const seen = new Set<number>();
  return cells.filter((cell) => {
    if (cell.kind !== "working" || seen.has(groupOf(cell.date))) return false;
    seen.add(groupOf(cell.date));
    return true;
  });
}

/** Dates under the axis: every working day, week, month, quarter or year, whichever first leaves room. */
export function ticksOf(scale: Scale): readonly Tick[] {
  const last = GROUPS.length - 1;
  for (const [index, [grain, groupOf, apart]] of GROUPS.entries()) {
    const starts = firsts(scale.cells, groupOf);
    const average = scale.width / Math.max(1, starts.length);
    if (average < apart && index < last) continue;
    return clearOfCuts(spread(starts, grain, apart), scale);
  }
  return [];
}

/** How far from the middle of a cut its own words reach. */
const CUT_WORDS = 56;

function clearOfCuts(ticks: Tick[], { cells }: Scale): Tick[] {
  const middles = cells.filter((cell) => cell.kind === "cut").map((cell) => cell.x + cell.width / 2);
  return ticks.filter(({ x, label }) =>
    middles.every((middle) => x + label.length * 7 < middle - CUT_WORDS || x > middle + CUT_WORDS),
  );
}

function spread(starts: readonly Cell[], grain: Tick["grain"], apart: number): Tick[] {
  const ticks: Tick[] = [];
  let free = Number.NEGATIVE_INFINITY;
  let year = Number.NaN;
  // The end of a week or month at the very left would take the room of the whole one after it.
  const [first, second] = starts;
  const stub = grain !== "day" && first && second && second.x - first.x < apart + 30;
  for (const cell of stub ? starts.slice(1) : starts) {
    if (cell.x < free) continue;
    const thisYear = civil(cell.date).getUTCFullYear();
    const label = labelOf(cell.date, grain, thisYear !== year);
    ticks.push({ x: cell.x, date: cell.date, grain, label });
    year = thisYear;
    free = cell.x + Math.max(apart, label.length * 7 + 8);
  }
  return ticks;
}
