import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CONDITION_RULES,
  type CountRule,
  DEFAULT_PARAMETERS,
  type DeadlineRule,
  type Duration,
  type Finding,
  LEVELS,
  type Level,
  OCCURRENCE_RULES,
  type Parameters,
  RULES,
  type RuleId,
} from "../../src/index";
import { history } from "../histories";
import { judgeBy, RUNS } from "./setting";

const more = (duration: Duration | null, by: number): Duration | null =>
  duration && { ...duration, amount: duration.amount + by };

const each = <T>(steps: Readonly<Record<Level, T | null>>, change: (step: T, level: Level) => T | null) => {
  const changed: Record<Level, T | null> = { ...steps };
  for (const level of LEVELS) {
    const step = steps[level];
    if (step !== null) changed[level] = change(step, level);
  }
  return changed;
};

/** A document under which a rule needs more to find something; a raise of 3 takes the level away. */
function stricter(raise: Readonly<Record<Level, number>>, within: number): Parameters {
  const rules: Record<string, CountRule | DeadlineRule> = {};
  for (const rule of OCCURRENCE_RULES) {
    const before = DEFAULT_PARAMETERS.rules[rule];
    rules[rule] = {
      ...before,
      steps: each(before.steps, (step, level) => (raise[level] === 3 ? null : step + raise[level])),
      within: more(before.within, rule === "late-return" ? within : -within),
    };
  }
  for (const rule of CONDITION_RULES) {
    const before = DEFAULT_PARAMETERS.rules[rule];
    rules[rule] = {
      ...before,
      steps: each(before.steps, (step, level) => (raise[level] === 3 ? null : more(step, raise[level]))),
      hops: before.hops && each(before.hops, (hop, level) => hop + raise[level]),
    };
  }
  return { ...DEFAULT_PARAMETERS, rules: rules as Parameters["rules"] };
}

/** Findings that are about the same thing; suspension-abuse may begin in a later suspension of its spell. */
const about = (rule: RuleId, { keyUnit, keyEvent, clearedAt }: Finding): string =>
  rule === "suspension-abuse" ? `${clearedAt}` : `${keyUnit}|${keyEvent}`;

const raises = fc.record({ yellow: fc.nat(3), orange: fc.nat(3), red: fc.nat(3) });

describe("stricter thresholds never find more or earlier", () => {
  const lenient = judgeBy(DEFAULT_PARAMETERS);
  it.each(RULES)("%s", (rule) => {
    fc.assert(
      fc.property(history, raises, fc.nat(3), ({ order, events }, raise, within) => {
        const found = lenient.judge(order, events).findings.filter((finding) => finding.rule === rule);
        const less = judgeBy(stricter(raise, within)).judge(order, events).findings;
        for (const finding of less.filter((one) => one.rule === rule)) {
          const same = found.find((one) => about(rule, one) === about(rule, finding));
          for (const level of LEVELS) {
            if (finding.steps[level] === null) continue;
            expect(same?.steps[level] ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(finding.steps[level]);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
