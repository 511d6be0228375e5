import { DAY, type Instant, MINUTE, type WorkingDays, type Zone } from "@tianyan/core";

/** A stretch of the axis: one date, or the dates of a quiet stretch that was cut short. */
export interface Cell {
  readonly start: Instant;
  readonly end: Instant;
  /** Local date of its start, in days since 1970-01-01. */
  readonly date: number;
  readonly kind: "working" | "off" | "cut";
  readonly x: number;
  readonly width: number;
}

export interface Scale {
  readonly cells: readonly Cell[];
  readonly width: number;
  /** Pixels of one working day. */
  readonly dayWidth: number;
  /** Left edge to right edge; instants outside are held at the edges. */
  x(at: Instant): number;
}

export interface ScaleSetting {
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: Zone;
  readonly calendar: Pick<WorkingDays, "works">;
  /** Minutes after midnight: first opening and last closing of a working day. */
  readonly office: readonly [opens: number, closes: number];
  readonly width: number;
  /** A quiet stretch to be drawn short, with a break. */
  readonly cut: { readonly from: Instant; readonly to: Instant } | null;
}

/** A day off is this wide, where a working day is 1; a cut this wide. */
const OFF = 0.22;
const CUT = 3;
/** The share of a working day's width before opening, and after closing. */
const NIGHT = 0.12;

const weightOf = (kind: Cell["kind"]): number => (kind === "working" ? 1 : kind === "off" ? OFF : CUT);

type BareCell = Omit<Cell, "x" | "width">;

function datesOf({ from, to, zone, calendar, cut }: ScaleSetting): BareCell[] {
  const cells: BareCell[] = [];
  const cutFrom = cut === null ? Number.POSITIVE_INFINITY : zone.dateOf(cut.from) + 1;
  const cutTo = cut === null ? Number.NEGATIVE_INFINITY : zone.dateOf(cut.to) - 1;
  const last = Math.max(zone.dateOf(to), zone.dateOf(from));
  for (let date = zone.dateOf(from); date <= last; date++) {
    const cutHere = date >= cutFrom && cutTo > cutFrom && date <= cutTo;
    const end = cutHere ? cutTo + 1 : date + 1;
    const kind = cutHere ? "cut" : calendar.works(date) ? "working" : "off";
    cells.push({ date, kind, start: zone.startOf(date), end: zone.startOf(end) });
    date = end - 1;
  }
  return cells;
}

/** Maps instants to pixels so that working days are wide, nights and days off thin. */
export function createScale(setting: ScaleSetting): Scale {
  const bare = datesOf(setting);
  const total = bare.reduce((sum, cell) => sum + weightOf(cell.kind), 0);
  const dayWidth = setting.width / total;
  let left = 0;
  const cells: Cell[] = bare.map((cell) => {
    const width = weightOf(cell.kind) * dayWidth;
    left += width;
    return { ...cell, x: left - width, width };
  });
  const opens = (setting.office[0] * MINUTE) / DAY;
  const closes = (setting.office[1] * MINUTE) / DAY;
  const shareOf = (cell: Cell, part: number): number => {
    if (cell.kind !== "working" || opens <= 0 || closes >= 1) return part;
    if (part < opens) return (part / opens) * NIGHT;
    if (part < closes) return NIGHT + ((part - opens) / (closes - opens)) * (1 - 2 * NIGHT);
    return 1 - NIGHT + ((part - closes) / (1 - closes)) * NIGHT;
  };
  return {
    cells,
    width: setting.width,
    dayWidth,
    x(at) {
      const cell = findCell(cells, at);
      const part = Math.min(1, Math.max(0, (at - cell.start) / (cell.end - cell.start)));
      return cell.x + shareOf(cell, part) * cell.width;
    },
  };
}

/** The cell that holds `at`, else the nearest. */
function findCell(cells: readonly Cell[], at: Instant): Cell {
  let low = 0;
  let high = cells.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((cells[middle] as Cell).start <= at) low = middle;
    else high = middle - 1;
  }
  return cells[low] as Cell;
}
