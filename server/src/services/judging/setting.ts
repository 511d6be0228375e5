import { createHash } from "node:crypto";
import { parametersDocument } from "@tianyan/api";
import {
  CN_LAST_YEAR,
  createCompetence,
  createJudge,
  createUnits,
  type EventKind,
  type Instant,
  type Judge,
  type JudgeSetting,
  measurableRules,
  type OrderEvent,
  type Parameters,
  parseParameters,
  settleMergers,
  type UnitRow,
  type Units,
  zone,
} from "@tianyan/core";
import {
  type CompetenceRow,
  type HolidayRow,
  type MergerRow,
  type ParameterVersion,
  type Runner,
  readCompetence,
  readHolidays,
  readMergers,
  readParameterVersions,
  readSources,
  readUnits,
  type SourceRow,
  stableText,
} from "@tianyan/db";

/** One way of judging: a source under one version of the parameters. */
export interface Bench {
  readonly version: string;
  /** Over everything a judgement depends on. */
  readonly hash: string;
  readonly setting: JudgeSetting;
  readonly units: Units;
  /** With units as codes. */
  readonly competence: readonly CompetenceRow[];
  readonly judge: Judge;
  /** Units as codes in, and dissolved ones taken for those they went into; events by (at, position, part). */
  settle(events: readonly OrderEvent[]): readonly OrderEvent[];
}

/** All ways of judging that the database holds at this moment. */
export interface Judging {
  /** The bench of an order accepted then; of one without events, at the beginning of time. */
  bench(source: string, acceptedAt: number | null): Bench;
  /** Equal texts: orders of the source are judged alike. */
  signature(source: string): string;
  readonly sources: readonly SourceRow[];
  /** The version in force at `at`, without any source's own. */
  parametersAt(at: number): { readonly version: string; readonly parameters: Parameters };
}

/** Kinds that a source records: as declared, else all met so far. */
export const recordsOf = (source: SourceRow): ReadonlySet<EventKind> => new Set(source.declared ?? source.recorded);

interface Version {
  readonly id: string;
  readonly effectiveAt: number;
  readonly parameters: Parameters;
}

function readDocument(document: unknown, base: Parameters | undefined, what: string): Parameters {
  const parsed = parseParameters(document, base);
  if (parsed.ok) return parsed.parameters;
  throw new Error(`${what}: ${parsed.problems.map((problem) => `${problem.path} ${problem.en}`).join("; ")}`);
}

const versionOf = (version: ParameterVersion): Version => ({
  id: version.id,
  effectiveAt: version.effective_at,
  parameters: readDocument(version.document, undefined, `parameters ${version.id}`),
});

/** 00:00 of a date, `2026-01-31`. */
export function startOfDate(date: string, zoneName: string): Instant {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return zone(zoneName).instantOf(year, month, day, 0, 0, 0, 0);
}

/** Kept between judgements that are alike: making a judge reads the calendar. */
export function createJudging(
  versions: readonly Version[],
  sources: readonly SourceRow[],
  units: readonly UnitRow[],
  competence: readonly CompetenceRow[],
  { mergers }: { readonly mergers: readonly MergerRow[] },
): Judging {
  const benches = new Map<string, Bench>();

  function versionAt(at: number | null): Version {
    const version = versions.findLast(({ effectiveAt }) => effectiveAt <= (at ?? Number.NEGATIVE_INFINITY));
    if (!version) throw new Error("no parameters are in force");
    return version;
  }

  function makeBench(code: string, version: Version): Bench {
    const source = sources.find((known) => known.code === code);
    if (!source) throw new Error(`no source ${code}`);
    const parameters = readDocument(source.profile.parameters ?? {}, version.parameters, `profile of ${code}`);
    const known = createUnits(units, parameters.centres);
    const catalogue = competence.map(({ category, unit }) => ({ category, unit: known.resolve(unit) }));
    const measurable = measurableRules(recordsOf(source));
    const dissolved = mergers.map((merger) => ({
      unit: merger.unit,
      into: merger.into_unit,
      from: startOfDate(merger.from_date, parameters.zone),
    }));
    const compareRows = source.shape === "event";
    const said = {
      parameters: parametersDocument(parameters),
      calendar: CN_LAST_YEAR,
      units,
      catalogue,
      measurable: [...measurable].sort(),
      compareRows,
      ...(dissolved.length > 0 ? { dissolved } : {}),
    };
    const setting: JudgeSetting = {
      parameters,
      centres: known.centres,
      competence: createCompetence(catalogue),
      measurable,
      compareRows,
    };
    return {
      version: version.id,
      hash: createHash("sha256").update(stableText(said)).digest("hex"),
      setting,
      units: known,
      competence: catalogue,
      judge: createJudge(setting),
      settle: (events) => settleMergers(events, dissolved),
    };
  }

  function benchOf(source: string, version: Version): Bench {
    const key = `${version.id}|${source}`;
    const bench = benches.get(key) ?? makeBench(source, version);
    benches.set(key, bench);
    return bench;
  }

  return {
    bench: (source, acceptedAt) => benchOf(source, versionAt(acceptedAt)),
    signature: (source) => versions.map((version) => benchOf(source, version).hash).join("|"),
    sources,
    parametersAt(at) {
      const { id, parameters } = versionAt(at);
      return { version: id, parameters };
    },
  };
}

function withHolidays(parameters: Parameters, holidays: readonly HolidayRow[]): Parameters {
  if (holidays.length === 0) return parameters;
  const own = Object.fromEntries(holidays.map(({ date, works }) => [date, works]));
  return { ...parameters, workdays: { ...parameters.workdays, ...own } };
}

/**
 * Reads everything that judging depends on; `extra` versions are tried without being recorded, and every source is taken to
 * record `kinds` beside its own.
 */
export async function loadJudging(
  sql: Runner,
  extra: readonly ParameterVersion[] = [],
  kinds: ReadonlySet<EventKind> = new Set(),
): Promise<Judging> {
  const versions = [...(await readParameterVersions(sql)), ...extra].map(versionOf);
  const listed = (await readUnits(sql)).filter((unit) => !unit.provisional);
  const units = listed.map(({ code, name, parent, kind, aliases }) => ({ code, name, parent, kind, aliases }));
  const sources = await readSources(sql);
  const recording = sources.map((source) => ({ ...source, recorded: [...new Set([...source.recorded, ...kinds])] }));
  const holidays = await readHolidays(sql);
  const registry = { mergers: await readMergers(sql) };
  const laid = versions.map((version) => ({ ...version, parameters: withHolidays(version.parameters, holidays) }));
  return createJudging(laid, recording, units, await readCompetence(sql), registry);
}
