import { compareCodePoints, compareLists, type Finding, firstStep } from "@tianyan/core";

/** The order of `detect` within an order: rule, units, first step. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compareCodePoints(a.rule, b.rule) ||
  compareLists(
    a.units.map(({ unit }) => unit),
    b.units.map(({ unit }) => unit),
  ) ||
  (firstStep(a.steps) ?? 0) - (firstStep(b.steps) ?? 0) ||
  compareCodePoints(a.keyEvent ?? "", b.keyEvent ?? "");
