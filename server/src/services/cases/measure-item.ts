import type { CaseFile, MeasureItem } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { type AttachmentRow, type MeasureRow, type Runner, readMeasureFiles } from "@tianyan/db";
import { isoOrNull } from "../instants";
import { shown, shownOrNull } from "../personal/shown";
import { caseNumber } from "./number";
import type { CaseWords } from "./rows";

type Words = Pick<CaseWords, "clock" | "names">;

/** Lines of the rectification ledger for the API, with the files that were sent as evidence. */
export async function measureItems(sql: Runner, rows: readonly MeasureRow[], words: Words): Promise<MeasureItem[]> {
  const files = new Map<string, CaseFile[]>(rows.map(({ id }) => [id, []]));
  for (const { measure, ...file } of await readMeasureFiles(sql, [...files.keys()]))
    files.get(measure)?.push(caseFile(file));
  return rows.map((row) => measureItem(row, files.get(row.id) ?? [], words));
}

/** Once accepted it is not waited for any more. */
function measureItem(row: MeasureRow, files: CaseFile[], { clock, names }: Words): MeasureItem {
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
    files,
  };
}

export const caseFile = ({ name, at, ...file }: AttachmentRow): CaseFile => ({
  ...file,
  name: shown(name),
  at: isoInstant(instant(at)),
});
