import { LEVELS, type Level } from "../rules/finding";
import { CONDITION_RULES, type ConditionRuleId, OCCURRENCE_RULES, type OccurrenceRuleId } from "../rules/ids";
import { type Duration, naturalLength, parseDuration } from "./duration";
import type { CountRule, CountSteps, DeadlineRule, RuleParameters } from "./parameters";
import type { Problems } from "./problem";

type Part = Readonly<Record<string, unknown>>;

/** Rules whose thresholds are lengths of natural time. */
const NATURAL: readonly string[] = ["suspension-abuse", "instant-completion"];

/** Longest distance that a document may name, in its unit: ten years of days. */
const LONGEST = { m: 5_256_000, h: 87_600, d: 3_650, wd: 2_600, wh: 20_000 } as const;

export function readDuration(path: string, word: unknown, problems: Problems, naturalOnly = false): Duration | null {
  const parsed = typeof word === "string" ? parseDuration(word.trim()) : null;
  if (!parsed || parsed.amount > LONGEST[parsed.unit]) {
    problems.add(
      path,
      "not_a_duration",
      "应写成 30m、24h、7d、3wd、8wh 之一的时长，最长十年",
      "write a duration such as 30m, 24h, 7d, 3wd or 8wh, ten years at most",
    );
    return null;
  }
  if (naturalOnly && naturalLength(parsed) === null) {
    problems.add(path, "not_natural", "此处只能用 m、h、d 计时", "only m, h and d may be used here");
    return null;
  }
  return parsed;
}

function readCount(path: string, word: unknown, problems: Problems): number | null {
  if (typeof word === "number" && Number.isInteger(word) && word >= 1 && word <= 10_000) return word;
  problems.add(path, "not_a_count", "应为 1 以上的整数，或 null", "write a whole number from 1 up, or null");
  return null;
}

function readLevels<T>(
  path: string,
  part: Part,
  base: Readonly<Record<Level, T | null>>,
  read: (path: string, word: unknown) => T | null,
): Record<Level, T | null> {
  const steps = { ...base };
  for (const level of LEVELS) {
    if (level in part) steps[level] = part[level] === null ? null : read(`${path}.${level}`, part[level]);
  }
  return steps;
}

function readEnabled(path: string, part: Part, base: boolean, problems: Problems): boolean {
  if (!("enabled" in part)) return base;
  if (typeof part.enabled === "boolean") return part.enabled;
  problems.add(`${path}.enabled`, "not_a_switch", "应为 true 或 false", "write true or false");
  return base;
}

function readCountRule(id: OccurrenceRuleId, path: string, part: Part, base: CountRule, problems: Problems): CountRule {
  problems.onlyKeys(path, part, ["enabled", ...LEVELS, ...(base.within ? ["within"] : [])]);
  return {
    enabled: readEnabled(path, part, base.enabled, problems),
    steps: readLevels(path, part, base.steps, (at, word) => readCount(at, word, problems)),
    within:
      base.within && "within" in part
        ? (readDuration(`${path}.within`, part.within, problems, NATURAL.includes(id)) ?? base.within)
        : base.within,
  };
}

function readHops(path: string, part: Part, base: CountSteps | null, problems: Problems): CountSteps | null {
  if (!base || !("hops" in part)) return base;
  if (part.hops === null) return { yellow: null, orange: null, red: null };
  const hops = problems.mapping(`${path}.hops`, part.hops);
  if (!hops) return base;
  problems.onlyKeys(`${path}.hops`, hops, LEVELS);
  return readLevels(`${path}.hops`, hops, base, (at, word) => readCount(at, word, problems));
}

function readDeadlineRule(
  id: ConditionRuleId,
  path: string,
  part: Part,
  base: DeadlineRule,
  problems: Problems,
): DeadlineRule {
  problems.onlyKeys(path, part, ["enabled", ...LEVELS, ...(base.hops ? ["hops"] : [])]);
  return {
    enabled: readEnabled(path, part, base.enabled, problems),
    steps: readLevels(path, part, base.steps, (at, word) => readDuration(at, word, problems, NATURAL.includes(id))),
    hops: readHops(path, part, base.hops, problems),
  };
}

/** The `rules` part of the document; what it leaves out keeps that of `base`. */
export function readRules(doc: unknown, base: RuleParameters, problems: Problems): RuleParameters {
  const part = problems.mapping("rules", doc);
  if (!part) return base;
  const rules = { ...base };
  problems.onlyKeys("rules", part, [...OCCURRENCE_RULES, ...CONDITION_RULES]);
  const each = <T extends keyof RuleParameters>(
    ids: readonly T[],
    read: (id: T, path: string, part: Part, base: RuleParameters[T], problems: Problems) => RuleParameters[T],
  ): void => {
    for (const id of ids) {
      const rule = id in part ? problems.mapping(`rules.${id}`, part[id]) : null;
      if (rule) rules[id] = read(id, `rules.${id}`, rule, base[id], problems);
    }
  };
  each(OCCURRENCE_RULES, readCountRule);
  each(CONDITION_RULES, readDeadlineRule);
  return rules;
}
