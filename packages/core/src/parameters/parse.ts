import { zone } from "../calendar/zone";
import { DEFAULT_PARAMETERS } from "./defaults";
import type { Duration } from "./duration";
import type { CalendarName, Parameters, Sla } from "./parameters";
import { readDuration, readRules } from "./parse-rules";
import { type Problem, Problems } from "./problem";

export type ParsedParameters =
  | { readonly ok: true; readonly parameters: Parameters }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const CALENDARS: readonly string[] = ["cn", "weekdays", "every-day"];

function readSla(doc: unknown, base: Sla, problems: Problems): Sla {
  const part = problems.mapping("sla", doc);
  if (!part) return base;
  const table: Record<string, Duration> & Sla["table"] = { ...base.table };
  let pauseWhenSuspended = base.pauseWhenSuspended;
  for (const [name, word] of Object.entries(part)) {
    const path = `sla.${name}`;
    if (name === "pause_when_suspended") {
      if (typeof word === "boolean") pauseWhenSuspended = word;
      else problems.add(path, "not_a_switch", "应为 true 或 false", "write true or false");
    } else if (word === null && name !== "default" && name !== "rework") {
      delete table[name];
    } else {
      const duration = readDuration(path, word, problems);
      if (duration) table[name] = duration;
    }
  }
  return { table, pauseWhenSuspended };
}

function readSpan(text: unknown): readonly [number, number] | null {
  const match = typeof text === "string" ? /^(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})$/.exec(text.trim()) : null;
  if (!match) return null;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = match.slice(1).map(Number);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  return fromMinute < 60 && toMinute < 60 && from < to && to <= 24 * 60 ? [from, to] : null;
}

function readOfficeHours(doc: unknown, base: Parameters["officeHours"], problems: Problems): Parameters["officeHours"] {
  const spans = Array.isArray(doc) ? doc.map(readSpan) : [];
  const valid = spans.filter((span) => span !== null).sort((a, b) => a[0] - b[0]);
  const apart = valid.every((span, index) => index === 0 || (valid[index - 1]?.[1] ?? 0) <= span[0]);
  if (valid.length > 0 && valid.length === spans.length && apart) return valid;
  problems.add(
    "office_hours",
    "not_office_hours",
    '应为互不重叠的时段列表，如 ["08:30-12:00", "14:00-17:30"]',
    'write a list of spans that do not overlap, such as ["08:30-12:00", "14:00-17:30"]',
  );
  return base;
}

function readZone(doc: unknown, base: string, problems: Problems): string {
  try {
    if (typeof doc === "string") return zone(doc).name;
  } catch {
    // Told below: the name is not one of the time zone database.
  }
  problems.add(
    "zone",
    "unknown_zone",
    "应为时区名称，如 Asia/Shanghai",
    "write the name of a time zone, such as Asia/Shanghai",
  );
  return base;
}

function readCalendar(doc: unknown, base: CalendarName, problems: Problems): CalendarName {
  if (typeof doc === "string" && CALENDARS.includes(doc)) return doc as CalendarName;
  problems.add("calendar", "unknown_calendar", "应为 cn、weekdays 或 every-day", "write cn, weekdays or every-day");
  return base;
}

function readWorkdays(doc: unknown, base: Readonly<Record<string, boolean>>, problems: Problems) {
  const part = problems.mapping("workdays", doc);
  if (!part) return base;
  const days: Record<string, boolean> = {};
  for (const [date, works] of Object.entries(part)) {
    const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    if (Number.isFinite(ms) && typeof works === "boolean") days[date] = works;
    else
      problems.add(
        `workdays.${date}`,
        "not_a_workday",
        "应写作 2026-10-08: true（上班）或 false（休息）",
        "write 2026-10-08: true (worked) or false (off)",
      );
  }
  return days;
}

function readCentres(doc: unknown, base: Parameters["centres"], problems: Problems): Parameters["centres"] {
  const names = Array.isArray(doc) ? doc.filter((name) => typeof name === "string" && name.trim() !== "") : [];
  if (Array.isArray(doc) && names.length > 0 && names.length === doc.length) return names as string[];
  problems.add(
    "centres",
    "not_centres",
    "应为热线中心的名单，首位为总中心",
    "write a list of centres, the chief first",
  );
  return base;
}

/**
 * Reads a parameter document, the parsed form of the YAML of domain.md. Fields it leaves out keep those of `base`, so
 * that a source's own document wins field by field. All problems are reported at once.
 */
export function parseParameters(doc: unknown, base: Parameters = DEFAULT_PARAMETERS): ParsedParameters {
  const problems = new Problems();
  if (doc === null || doc === undefined) return { ok: true, parameters: base };
  const part = problems.mapping("", doc);
  if (!part) return { ok: false, problems: problems.list };
  problems.onlyKeys("", part, ["rules", "sla", "office_hours", "zone", "calendar", "workdays", "centres"]);
  const read = <T>(key: string, kept: T, reader: (doc: unknown, base: T, problems: Problems) => T): T =>
    part[key] === undefined || part[key] === null ? kept : reader(part[key], kept, problems);
  const parameters: Parameters = {
    rules: read("rules", base.rules, readRules),
    sla: read("sla", base.sla, readSla),
    officeHours: read("office_hours", base.officeHours, readOfficeHours),
    zone: read("zone", base.zone, readZone),
    calendar: read("calendar", base.calendar, readCalendar),
    centres: read("centres", base.centres, readCentres),
  };
  const workdays = read("workdays", base.workdays ?? {}, readWorkdays);
  const whole = Object.keys(workdays).length > 0 ? { ...parameters, workdays } : parameters;
  return problems.list.length > 0 ? { ok: false, problems: problems.list } : { ok: true, parameters: whole };
}
