import type { CaseStage } from "@tianyan/core";

/** The way of a case; supervision and filing are two ways of the same step. */
export const STEPS: readonly (readonly CaseStage[])[] = [
  ["clue"],
  ["check"],
  ["supervise", "file"],
  ["rectify"],
  ["look_back"],
  ["signed_off"],
];

/** On which step a case stands; of a suspended one, where it stood. Null where it left the way. */
export function stepOf(stage: CaseStage, suspendedFrom: CaseStage | null): number | null {
  const at = stage === "suspended" ? suspendedFrom : stage;
  const step = STEPS.findIndex((stages) => at !== null && stages.includes(at));
  return step < 0 ? null : step;
}
