import type { CaseRow } from "@tianyan/api";
import { type ApprovedAction, instant, isoInstant, stageDeadline, workingDaysLeft } from "@tianyan/core";
import { type CaseUnitRow, type ListedCase, type Runner, readCaseUnits } from "@tianyan/db";
import { isoOrNull } from "../instants";
import { shown } from "../personal/shown";
import { loadUnitNames, type UnitNames } from "../units/names";
import type { CaseClock } from "./case-clock";
import { stageOf } from "./facts";
import { caseNumber } from "./number";

/** What rows of cases are told with. */
export interface CaseWords {
  readonly clock: CaseClock;
  readonly names: UnitNames;
  readonly units: readonly CaseUnitRow[];
}

export const loadCaseWords = async (
  sql: Runner,
  clock: CaseClock,
  rows: readonly ListedCase[],
): Promise<CaseWords> => ({
  clock,
  names: await loadUnitNames(sql),
  units: await readCaseUnits(
    sql,
    rows.map(({ id }) => id),
  ),
});

/** A case for the API, as it stands now. */
export function caseRow(row: ListedCase, { clock: { clock, at, stageDays }, names, units }: CaseWords): CaseRow {
  const due = stageDeadline(clock, stageOf(row), instant(row.stage_since), stageDays);
  const { assignee: account, assignee_name: name } = row;
  return {
    id: row.id,
    number: caseNumber(row),
    title: shown(row.title),
    stage: stageOf(row),
    version: row.version,
    origin: row.origin as CaseRow["origin"],
    opened_at: isoInstant(instant(row.opened_at)),
    opened_by: row.opened_by,
    assignee: account === null || name === null ? null : { account, name },
    stage_since: isoInstant(instant(row.stage_since)),
    due_at: isoOrNull(due),
    overdue: due !== null && due <= at,
    working_days_left: due === null ? null : workingDaysLeft(clock, due, at),
    units: units.filter((unit) => unit.case_id === row.id).map(({ unit: code }) => ({ code, name: names.name(code) })),
    counts: {
      orders: row.orders,
      findings: row.findings,
      measures: row.measures,
      open_measures: row.open_measures,
      people: row.people,
      systems: row.systems,
    },
    waiting: [...row.waiting] as ApprovedAction[],
    reopening: row.reopening,
  };
}
