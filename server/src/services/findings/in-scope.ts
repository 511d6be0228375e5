import type { Finding } from "@tianyan/core";
import type { ScopeCriteria } from "@tianyan/db";

/**
 * Whether a finding, judged of an order in scope, is in scope itself at `at`: it names a unit of the scope by then, and none
 * from which the person is recused.
 */
export const findingInScope =
  ({ units, recused }: ScopeCriteria, at: number) =>
  (finding: Finding): boolean =>
    (units === null || finding.units.some(({ unit, since }) => since <= at && units.includes(unit))) &&
    !finding.units.some(({ unit }) => recused.includes(unit));
