import { type Finding, findingKey, firstStep } from "@tianyan/core";
import type { ScopeCriteria } from "@tianyan/db";
import type { JudgedHistory } from "../judging/judge-orders";

/**
 * The findings, judged at `at`, of an order in scope that are in scope themselves: they name a unit of the scope by then, or will
 * with their first step, and none, then or later, from which the person is recused.
 */
export function findingsInScope(
  { order, events, bench, judged }: JudgedHistory,
  { units, recused }: ScopeCriteria,
  at: number,
): readonly Finding[] {
  const hidden = new Set(
    recused.length === 0
      ? []
      : bench.judge.judge(order, events).findings.filter(names(recused, Number.POSITIVE_INFINITY)).map(findingKey),
  );
  return judged.findings.filter(
    (finding) =>
      (units === null || names(units, Math.max(at, firstStep(finding.steps) ?? at))(finding)) &&
      !names(recused, Number.POSITIVE_INFINITY)(finding) &&
      !hidden.has(findingKey(finding)),
  );
}

const names =
  (codes: readonly string[], by: number) =>
  ({ units }: Finding): boolean =>
    units.some(({ unit, since }) => since <= by && codes.includes(unit));
