import { createHash } from "node:crypto";
import { parametersDocument } from "@tianyan/api";
import {
  CN_LAST_YEAR,
  createCompetence,
  createJudge,
  createUnits,
  type EventKind,
  type Judge,
  type JudgeSetting,
  measurableRules,
  type Parameters,
  parseParameters,
  type UnitRow,
  type Units,
} from "@tianyan/core";
import {
  type CompetenceRow,
  type ParameterVersion,
  type Runner,
  readCompetence,
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

/** Kept between judgements that are alike: making a judge reads the calendar. */
export function createJudging(
  versions: readonly Version[],
  sources: readonly SourceRow[],
  units: readonly UnitRow[],
  competence: readonly CompetenceRow[],
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
    const compareRows = source.shape === "event";
    const said = {
      parameters: parametersDocument(parameters),
      calendar: CN_LAST_YEAR,
      units,
      catalogue,
      measurable: [...measurable].sort(),
      compareRows,
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
  return createJudging(versions, recording, units, await readCompetence(sql));
}
