import type { CasePaper } from "@tianyan/api";
import { instant, isoInstant, type PaperKind, type PaperState } from "@tianyan/core";
import type { CasePaperRow } from "@tianyan/db";
import { shownOrNull } from "../personal/shown";
import type { CaseWords } from "./rows";

/** A paper of the case as it stands at one unit; what is not in force is not waited for. */
export function casePaper(row: CasePaperRow, { clock, names }: Pick<CaseWords, "clock" | "names">): CasePaper {
  const { due_on } = row;
  const waited = row.paper_state === "issued" && row.state !== "replied" && due_on !== null;
  return {
    id: row.id,
    paper: row.paper_id,
    kind: row.kind as PaperKind | null,
    state: row.paper_state as PaperState,
    receipt: row.state ?? "served",
    number: row.number,
    unit: { code: row.unit, name: names.name(row.unit) },
    sent_on: row.sent_on,
    answer_by: due_on,
    overdue: waited && clock.standing(due_on).overdue,
    answered_on: row.replied_on,
    reply: shownOrNull(row.reply),
    author: row.author,
    at: isoInstant(instant(row.at)),
  };
}
