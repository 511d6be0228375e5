import {
  type Competence,
  createCompetence,
  createUnits,
  type Instant,
  type Parameters,
  type Problem,
  parseParameters,
  type UnitRow,
  type Units,
} from "@tianyan/core";
import { type OpenTable, type Profile, type ReadOptions, Refusal, type Reject, readYaml } from "@tianyan/ingest";

/** What a run of detect is asked for: paths as given, null where an option was left out. */
export interface DetectRequest {
  readonly events: string;
  readonly orders: string | null;
  readonly units: string | null;
  readonly competence: string | null;
  readonly profile: string | null;
  readonly rules: string | null;
  readonly asOf: string | null;
  readonly rejects: string | null;
  readonly flags: string | null;
}

function checked(path: string, problems: readonly Problem[]): Refusal {
  const [first] = problems;
  return new Refusal("parameters.invalid", {
    zh: `${path}：参数 ${first?.path || "（整体）"} 有误：${first?.zh ?? ""}`,
    en: `${path}: ${first?.path || "(the whole)"}: ${first?.en ?? ""}`,
  });
}

/** The rules document, or the defaults, with what the source says of its own laid over it. */
export async function readParameters(
  rules: string | null,
  profile: Profile,
  profilePath: string | null,
): Promise<Parameters> {
  const document = parseParameters(rules === null ? {} : await readYaml(rules));
  if (!document.ok) throw checked(rules ?? "", document.problems);
  const own = parseParameters(profile.parameters, document.parameters);
  if (!own.ok) throw checked(profilePath ?? profile.source, own.problems);
  return own.parameters;
}

export interface Catalogues {
  readonly units: Units;
  readonly competence: Competence;
}

/** Reads the small tables into memory; rows that cannot be used go to `onRejects`. */
export async function readCatalogues(
  tables: { readonly units: OpenTable | null; readonly competence: OpenTable | null },
  parameters: Parameters,
  now: Instant,
  onRejects: (rejects: readonly Reject[]) => void,
): Promise<Catalogues> {
  const unitRows: UnitRow[] = [];
  const options: Omit<ReadOptions, "profile"> = { zone: parameters.zone, now };
  for await (const batch of tables.units?.read(options) ?? []) {
    onRejects(batch.rejects);
    if (batch.table === "units") for (const row of batch.rows) unitRows.push(row);
  }
  const units = createUnits(unitRows, parameters.centres);
  const named: { category: string; unit: string }[] = [];
  for await (const batch of tables.competence?.read({ ...options, resolveUnit: units.resolve }) ?? []) {
    onRejects(batch.rejects);
    if (batch.table === "competence") for (const row of batch.rows) named.push(row);
  }
  return { units, competence: createCompetence(named) };
}
