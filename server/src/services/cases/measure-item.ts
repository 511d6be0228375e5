import type { MeasureItem } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import type { MeasureRow } from "@tianyan/db";
import { isoOrNull } from "../instants";
import { shown, shownOrNull } from "../personal/shown";
import { caseNumber } from "./number";
import type { CaseWords } from "./rows";

/** A line of the rectification ledger for the API; once accepted it is not waited for any more. */
export function measureItem(row: MeasureRow, { clock, names }: Pick<CaseWords, "clock" | "names">): MeasureItem {
  const { case_id: id, year: _, no: __, unit, asked_at, reported_at, checked_at, ...measure } = row;
  const { overdue, left } = clock.standing(row.due_on);
  const done = row.state === "accepted";
  return {
    ...measure,
    case: { id, number: caseNumber(row) },
    problem: shown(row.problem),
    measure: shown(row.measure),
    unit: { code: unit, name: names.name(unit) },
    overdue: !done && overdue,
    working_days_left: done ? null : left,
    asked_at: isoInstant(instant(asked_at)),
    evidence: shownOrNull(row.evidence),
    reported_at: isoOrNull(reported_at),
    checked_at: isoOrNull(checked_at),
    checked_note: shownOrNull(row.checked_note),
    look_back_note: shownOrNull(row.look_back_note),
  };
}
