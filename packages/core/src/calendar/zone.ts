import { DAY, HOUR, type Instant, instant, MINUTE, SECOND } from "../instant";

/** Wall-clock time in a zone; month from 1 to 12. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

/**
 * One time zone of the IANA database. Dates are counted as days since 1970-01-01, so that calendars can index them.
 */
export interface Zone {
  readonly name: string;
  /** Wall clock to instant: a time skipped by a clock change is moved forward, one that occurs twice is the first. */
  instantOf(
    year: number,
    month: number,
    day: number,
    hour: number,
    minute: number,
    second: number,
    ms: number,
  ): Instant;
  /** As `instantOf`, for `wall` milliseconds after 00:00 of a date. */
  instantOfDay(date: number, wall: number): Instant;
  local(at: Instant): LocalTime;
  /** The local date of an instant, in days since 1970-01-01. */
  dateOf(at: Instant): number;
  /** 00:00 of a date: the instant at which the date before it ends. */
  startOf(date: number): Instant;
}

interface DaySpan {
  readonly start: Instant;
  /** True where the clock does not change on that date. */
  readonly even: boolean;
}

const zones = new Map<string, Zone>();

/** The zone of that IANA name; throws a RangeError for a name that does not exist. */
export function zone(name: string): Zone {
  let found = zones.get(name);
  if (!found) {
    found = createZone(name);
    zones.set(name, found);
  }
  return found;
}

function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

  /** Milliseconds by which the wall clock is ahead of UTC. */
  function offset(at: number): number {
    const parts: Record<string, number> = {};
    for (const part of format.formatToParts(at)) parts[part.type] = Number(part.value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / SECOND) * SECOND;
  }

  function fromWall(wall: number): Instant {
    const before = offset(wall - DAY);
    const behind = offset(wall + DAY);
    const first = wall - Math.max(before, behind);
    const second = wall - Math.min(before, behind);
    if (first + offset(first) === wall) return instant(first);
    if (second + offset(second) === wall) return instant(second);
    return instant(wall - before);
  }

  const days = new Map<number, DaySpan>();
  function span(date: number): DaySpan {
    let found = days.get(date);
    if (!found) {
      const start = fromWall(date * DAY);
      found = { start, even: fromWall((date + 1) * DAY) - start === DAY };
      days.set(date, found);
    }
    return found;
  }

  let guess = offset(0);
  function dateOf(at: Instant): number {
    let date = Math.floor((at + guess) / DAY);
    while (span(date).start > at) date--;
    while (span(date + 1).start <= at) date++;
    guess = date * DAY - span(date).start;
    return date;
  }

  function instantOfDay(date: number, wall: number): Instant {
    const day = span(date);
    return day.even && wall >= 0 && wall < DAY ? instant(day.start + wall) : fromWall(date * DAY + wall);
  }

  return {
    name,
    dateOf,
    startOf: (date) => span(date).start,
    instantOfDay,
    instantOf: (year, month, day, hour, minute, second, ms) =>
      instantOfDay(Date.UTC(year, month - 1, day) / DAY, hour * HOUR + minute * MINUTE + second * SECOND + ms),
    local(at) {
      const date = dateOf(at);
      const day = span(date);
      const wall = day.even ? at - day.start : at + offset(at) - date * DAY;
      const civil = new Date(date * DAY);
      return {
        year: civil.getUTCFullYear(),
        month: civil.getUTCMonth() + 1,
        day: civil.getUTCDate(),
        hour: Math.floor(wall / HOUR),
        minute: Math.floor(wall / MINUTE) % 60,
        second: Math.floor(wall / SECOND) % 60,
        ms: wall % SECOND,
      };
    },
  };
}
