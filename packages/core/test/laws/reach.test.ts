import fc from "fast-check";
import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS, FLAGS, LEVELS, RULES } from "../../src/index";
import { history } from "../histories";
import { judgeBy } from "./setting";

it("the invented histories reach every rule at every level, and every flag that one row can raise", () => {
  const { judge } = judgeBy(DEFAULT_PARAMETERS);
  const seen = new Set<string>();
  for (const { order, events } of fc.sample(history, { numRuns: 4_000, seed: 12345 })) {
    const { findings, flags } = judge(order, events);
    for (const { rule, steps } of findings)
      for (const level of LEVELS) if (steps[level] !== null) seen.add(`${rule} ${level}`);
    for (const { flag } of flags) seen.add(flag);
  }
  const levels = (rule: (typeof RULES)[number]): string[] =>
    LEVELS.filter((level) => DEFAULT_PARAMETERS.rules[rule].steps[level] !== null).map((level) => `${rule} ${level}`);
  const flags = Object.keys(FLAGS).filter((flag) => flag !== "duplicate" && flag !== "corrected");
  expect([...RULES.flatMap(levels), ...flags].filter((name) => !seen.has(name))).toEqual([]);
});
