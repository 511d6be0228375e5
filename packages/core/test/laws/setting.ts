import {
  createCompetence,
  createJudge,
  DEFAULT_PARAMETERS,
  type Finding,
  findingKey,
  type Instant,
  type Judge,
  LEVELS,
  type Parameters,
  RULES,
} from "../../src/index";
import { CENTRES } from "../histories";

export const judgeBy = (parameters: Parameters): Judge =>
  createJudge({
    parameters,
    centres: CENTRES,
    competence: createCompetence([{ category: "城市管理", unit: "甲局" }]),
    measurable: new Set(RULES),
    compareRows: true,
  });

export const PAUSING: Parameters = {
  ...DEFAULT_PARAMETERS,
  sla: { ...DEFAULT_PARAMETERS.sla, pauseWhenSuspended: true },
};

/** What can be known of a finding at an instant: later steps, units and clearing are not. Null before its first step. */
export function knownAt(finding: Finding, at: Instant): object | null {
  const steps = Object.fromEntries(
    LEVELS.map((level) => [
      level,
      (finding.steps[level] ?? Number.POSITIVE_INFINITY) <= at ? finding.steps[level] : null,
    ]),
  );
  if (LEVELS.every((level) => steps[level] === null)) return null;
  return {
    key: findingKey(finding),
    steps,
    clearedAt: finding.clearedAt !== null && finding.clearedAt <= at ? finding.clearedAt : null,
    units: finding.units.filter(({ since }) => since <= at),
  };
}

export const allKnownAt = (findings: readonly Finding[], at: Instant): object[] =>
  findings
    .map((finding) => knownAt(finding, at))
    .filter((known) => known !== null)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Histories tried for each law of each rule; LAW_RUNS=2000 makes a longer search. */
export const RUNS = Number(process.env.LAW_RUNS ?? 60);
