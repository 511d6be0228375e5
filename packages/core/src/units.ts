import { compareCodePoints } from "./order-by";

/** A row of the units table (formats.md); kind `centre` makes a centre. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly kind: string;
  readonly aliases: readonly string[];
}

/** Who is who among the units: words to codes, codes to names, and which of them are centres. */
export interface Units {
  /** The code of a unit written by code, name or alias; one that is not listed stands for itself. */
  resolve(word: string): string;
  listed(code: string): boolean;
  name(code: string): string;
  /** Codes of the centres; the first is the chief. */
  readonly centres: readonly string[];
}

/** The chief centre's code where no units table and no parameter names another. */
export const CHIEF_CENTRE = "centre";
const CHIEF_NAME = "热线中心";

/**
 * `centres` are those of the parameters, as written there; those of the units table follow them. `centre` and `热线中心`
 * are the chief unless the table lists them as something else.
 */
export function createUnits(rows: readonly UnitRow[], centres: readonly string[]): Units {
  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  const learn = (word: string, code: string): void => {
    if (word !== "" && !codes.has(word)) codes.set(word, code);
  };
  for (const row of rows) {
    learn(row.code, row.code);
    names.set(row.code, row.name || row.code);
  }
  for (const row of rows) learn(row.name, row.code);
  for (const row of rows) for (const alias of row.aliases) learn(alias, row.code);

  const first = centres[0] ?? CHIEF_CENTRE;
  const chief = codes.get(first) ?? (first === CHIEF_CENTRE ? codes.get(CHIEF_NAME) : undefined) ?? first;
  learn(CHIEF_CENTRE, chief);
  learn(CHIEF_NAME, chief);
  const resolve = (word: string): string => codes.get(word) ?? word;
  const listed = rows.filter((row) => row.kind === "centre" || row.kind === "中心").map((row) => row.code);
  return {
    resolve,
    listed: (code) => names.has(code),
    name: (code) => names.get(code) ?? (code === CHIEF_CENTRE ? CHIEF_NAME : code),
    centres: [...new Set([chief, ...centres.map(resolve), ...listed])],
  };
}

/** Which units are in charge of which category; a path stands for all below it. */
export interface Competence {
  /** The units named for the longest path that the category lies in; none where the catalogue is silent. */
  unitsFor(category: string): ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

const splitPath = (path: string): string =>
  path
    .split(">")
    .map((step) => step.trim())
    .filter((step) => step !== "")
    .join(">");

/** Units are given as codes. */
export function createCompetence(rows: readonly { readonly category: string; readonly unit: string }[]): Competence {
  const catalogue = new Map<string, Set<string>>();
  for (const row of rows) {
    const path = splitPath(row.category);
    if (path === "" || row.unit === "") continue;
    const units = catalogue.get(path);
    if (units) units.add(row.unit);
    else catalogue.set(path, new Set([row.unit]));
  }
  return {
    unitsFor(category) {
      if (catalogue.size === 0) return NOBODY;
      for (let path = splitPath(category); path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf(">")))) {
        const units = catalogue.get(path);
        if (units) return units;
      }
      return NOBODY;
    },
  };
}

/** Distinct units, sorted by code point. */
export const sortUnits = (units: Iterable<string>): string[] => [...new Set(units)].sort(compareCodePoints);
