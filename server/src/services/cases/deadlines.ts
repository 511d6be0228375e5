import { type CaseDeadlines, requirePermission, type StageDays, TIMED_STAGES } from "@tianyan/api";
import { STAGE_WORKING_DAYS } from "@tianyan/core";
import { type DeadlineRow, readCaseDeadlines, writeCaseDeadlines } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { isoOrNull } from "../instants";
import type { Services } from "../services";

const USUAL = Object.fromEntries(TIMED_STAGES.map((stage) => [stage, STAGE_WORKING_DAYS[stage]])) as StageDays;

/** Working days that each stage of a case may take, as the commission says. */
export async function readDeadlines({ db }: Services, actor: Actor): Promise<CaseDeadlines> {
  requirePermission(actor, "cases.deadlines");
  return told(await readCaseDeadlines(db.sql));
}

/** They hold at once, also for cases that are under way. */
export async function changeDeadlines({ work, now }: Services, actor: Actor, days: StageDays): Promise<CaseDeadlines> {
  requirePermission(actor, "cases.deadlines");
  return work.sql.begin(async (tx) => {
    const before = told(await readCaseDeadlines(tx)).days;
    await writeCaseDeadlines(tx, days, actor.name, now());
    const after = told(await readCaseDeadlines(tx));
    const subject = { type: "case_deadlines", id: "case_deadlines" };
    await record(tx, actor, { action: "case.deadlines_changed", subject, before, after: days, outcome: "done" });
    return after;
  });
}

function told(rows: readonly DeadlineRow[]): CaseDeadlines {
  const said = Object.fromEntries(rows.map(({ stage, working_days }) => [stage, working_days]));
  const newest = rows.reduce<DeadlineRow | null>(
    (last, row) => (last && last.changed_at >= row.changed_at ? last : row),
    null,
  );
  return {
    days: { ...USUAL, ...said },
    usual: USUAL,
    author: newest?.author ?? null,
    changed_at: isoOrNull(newest?.changed_at ?? null),
  };
}
