import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type Finding, type Instant, instant, LEVELS, RULES } from "../../src/index";
import { history } from "../histories";
import { allKnownAt, judgeBy, PAUSING, RUNS } from "./setting";

/** Every instant at which something could change, and the millisecond before it. */
function instantsOf(findings: readonly Finding[], events: readonly { readonly at: Instant }[]): Instant[] {
  const steps = findings.flatMap((finding) => [...LEVELS.map((level) => finding.steps[level]), finding.clearedAt]);
  const all = [...steps.filter((at) => at !== null), ...events.map(({ at }) => at)];
  return [...new Set(all.flatMap((at) => [at, instant(at - 1)]))];
}

describe.each([
  ["as a rule", DEFAULT_PARAMETERS],
  ["with a clock that pauses while suspended", PAUSING],
])("what was found at an instant stays found, %s", (_name, parameters) => {
  const { judge } = judgeBy(parameters);
  it.each(RULES)("%s", (rule) => {
    const only = (findings: readonly Finding[]): Finding[] => findings.filter((finding) => finding.rule === rule);
    fc.assert(
      fc.property(history, ({ order, events }) => {
        const whole = judge(order, events).findings;
        for (const at of instantsOf(only(whole), events)) {
          const then = judge(order, events, at).findings;
          expect(allKnownAt(only(then), at)).toEqual(allKnownAt(only(whole), at));
        }
      }),
      { numRuns: RUNS },
    );
  });
});
