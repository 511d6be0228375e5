import type { PaperItem, Receipt } from "@tianyan/api";
import { approvalsNeeded, instant, isoInstant, type NamingLevel, type PaperKind, type PaperState } from "@tianyan/core";
import { type ListedPaper, type PaperHead, type RecipientRow, type Runner, readRecipients } from "@tianyan/db";
import type { CaseClock } from "../cases/case-clock";
import { caseNumber } from "../cases/number";
import { isoOrNull } from "../instants";
import { shown, shownOrNull } from "../personal/shown";
import { loadUnitNames, type UnitNames } from "../units/names";

/** What rows of papers are told with. */
export interface PaperWords {
  readonly clock: CaseClock;
  readonly names: UnitNames;
  readonly recipients: readonly RecipientRow[];
  /** A unit is not told who wrote it. */
  readonly own: boolean;
}

export const loadPaperWords = async (
  sql: Runner,
  rows: readonly PaperHead[],
  { clock, own }: Pick<PaperWords, "clock" | "own">,
): Promise<PaperWords> => ({
  clock,
  own,
  names: await loadUnitNames(sql),
  recipients: await readRecipients(
    sql,
    rows.map(({ id }) => id),
  ),
});

export const kindOf = ({ kind }: Pick<PaperHead, "kind">): PaperKind | null => kind as PaperKind | null;
export const stateOf = ({ state }: Pick<PaperHead, "state">): PaperState => state as PaperState;
export const namingOf = ({ naming }: Pick<PaperHead, "naming">): NamingLevel => naming as NamingLevel;

/** A line of the register, as it stands now. */
export function paperItem(row: ListedPaper, words: PaperWords): PaperItem {
  const state = stateOf(row);
  return {
    id: row.id,
    kind: kindOf(row),
    naming: namingOf(row),
    state,
    version: row.version,
    number: row.number,
    title: shown(row.title),
    case: {
      id: row.case_id,
      number: caseNumber({ year: row.case_year, no: row.case_no }),
      title: shownOrNull(row.case_title),
    },
    reply_working_days: row.reply_days,
    drafted_by: words.own ? null : row.drafted_by,
    drafted_at: isoInstant(instant(row.drafted_at)),
    sent_on: row.sent_on,
    issued_by: words.own ? null : row.issued_by,
    approvals: row.approvals,
    approvals_needed: approvalsNeeded(namingOf(row)),
    receipts: words.recipients.filter(({ paper_id }) => paper_id === row.id).map((one) => receiptOf(one, state, words)),
    corrects: row.corrects === null ? null : { id: row.corrects, number: row.corrects_number },
    corrected_by: row.corrected_by,
  };
}

/** How the paper stands at a unit; once it is answered, or not in force, nothing is late. */
function receiptOf(row: RecipientRow, paper: PaperState, { clock, names }: PaperWords): Receipt {
  const { id, unit, state, due_on } = row;
  const waited = paper === "issued" && due_on !== null && state !== "replied";
  const { overdue, left } = waited ? clock.standing(due_on) : { overdue: false, left: null };
  return {
    id,
    unit: { code: unit, name: names.name(unit) },
    state,
    served_at: isoOrNull(row.served_at),
    due_on,
    overdue,
    working_days_left: left,
    acknowledged_by: row.acknowledged_by,
    acknowledged_at: isoOrNull(row.acknowledged_at),
    reply: shownOrNull(row.reply),
    replied_on: row.replied_on,
    replied_by: row.replied_by,
    returned: shownOrNull(row.returned),
    reminded: row.reminded,
    reminded_at: isoOrNull(row.reminded_at),
  };
}
