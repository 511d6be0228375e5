import {
  type HolidayRow,
  type MergerRow,
  type Runner,
  readHolidays,
  readMergers,
  readUnits,
  type StoredUnit,
  stableText,
  type Transaction,
  touchAfter,
  touchCategories,
  touchSources,
  touchWords,
} from "@tianyan/db";
import { type Judging, loadJudging, startOfDate } from "../judging/setting";

/** Everything of the registry that a judgement depends on, at one moment. */
export interface RegistryState {
  readonly judging: Judging;
  readonly units: readonly StoredUnit[];
  readonly mergers: readonly MergerRow[];
  readonly holidays: readonly HolidayRow[];
}

export async function readRegistry(sql: Runner): Promise<RegistryState> {
  return {
    judging: await loadJudging(sql),
    units: await readUnits(sql),
    mergers: await readMergers(sql),
    holidays: await readHolidays(sql),
  };
}

const wordsOf = ({ units }: RegistryState): string[] =>
  units.filter(({ provisional }) => !provisional).flatMap(({ code, name, aliases }) => [code, name, ...aliases]);

/** Rows of one side only. */
function apart<T>(a: readonly T[], b: readonly T[]): T[] {
  const inA = new Set(a.map(stableText));
  const inB = new Set(b.map(stableText));
  return [...a.filter((row) => !inB.has(stableText(row))), ...b.filter((row) => !inA.has(stableText(row)))];
}

/** What of a change reaches which orders. */
export interface Reach {
  /** Sources of shape state or step in which words for units are read otherwise. */
  readonly rederive: readonly string[];
}

/** Remembers, in `touched`, the orders that are judged otherwise under `after` than under `before`. */
export async function touchDifference(tx: Transaction, before: RegistryState, after: RegistryState): Promise<Reach> {
  const codes = after.judging.sources.map(({ code }) => code);
  const known = codes.filter((code) => before.judging.sources.some((source) => source.code === code));
  const words = new Set([...wordsOf(before), ...wordsOf(after), "centre", "热线中心"]);
  const changed = new Set<string>();
  const whole = new Set<string>();
  const paths = new Set<string>();
  const rederive = new Set<string>();
  for (const code of known) {
    const [was, is] = [before.judging.bench(code, null), after.judging.bench(code, null)];
    for (const word of words) {
      if (was.units.resolve(word) === is.units.resolve(word)) continue;
      changed.add(word);
      if (after.judging.sources.find((source) => source.code === code)?.shape !== "event") rederive.add(code);
    }
    const same = stableText(was.units.centres) === stableText(is.units.centres);
    if (!same || stableText([...was.setting.measurable].sort()) !== stableText([...is.setting.measurable].sort()))
      whole.add(code);
    for (const { category } of apart(was.competence, is.competence)) paths.add(bare(category));
  }
  const merged = new Set(apart(before.mergers, after.mergers).flatMap(({ unit, into_unit }) => [unit, into_unit]));
  const some = known[0];
  if (merged.size > 0 && some !== undefined) {
    const { units } = after.judging.bench(some, null);
    for (const word of words) if (merged.has(units.resolve(word))) changed.add(word);
    for (const unit of merged) changed.add(unit);
  }
  await touchSources(tx, [...whole]);
  await touchWords(tx, [...changed]);
  await touchCategories(tx, [...paths]);
  const dates = apart(before.holidays, after.holidays).map(({ date }) => date);
  const first = dates.sort()[0];
  if (first !== undefined) {
    const byCalendar = known.filter((code) => after.judging.bench(code, null).setting.parameters.calendar === "cn");
    await touchAfter(tx, byCalendar, startOfDate(first, "Asia/Shanghai") - 86_400_000);
  }
  return { rederive: [...rederive] };
}

const bare = (path: string): string =>
  path
    .split(">")
    .map((step) => step.trim())
    .filter((step) => step !== "")
    .join(">");
