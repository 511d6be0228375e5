import type { ApprovalState, ApprovedAction, CaseFacts, CaseStage } from "@tianyan/core";
import { type ApprovalRow, type CaseHead, type Runner, readCaseApprovals, readCaseFacts } from "@tianyan/db";

export const stageOf = ({ stage }: Pick<CaseHead, "stage">): CaseStage => stage as CaseStage;

/** What guards look at, as the case stands now. */
export async function factsOf(sql: Runner, head: CaseHead): Promise<CaseFacts> {
  const counted = await readCaseFacts(sql, head.id);
  const { units, checks, measures: all, open, unseen, unanswered: unansweredPapers } = counted;
  return {
    stage: stageOf(head),
    suspendedFrom: head.suspended_from as CaseStage | null,
    units,
    checks,
    measures: { all, open, unseen },
    unansweredPapers,
    approvals: approvalsOf(await readCaseApprovals(sql, head.id)),
  };
}

/** Of each action the latest that still counts; rows come newest first. */
function approvalsOf(rows: readonly ApprovalRow[]): CaseFacts["approvals"] {
  const states: Partial<Record<ApprovedAction, ApprovalState>> = {};
  for (const { action, verdict, lapsed_at } of rows)
    if (lapsed_at === null) states[action as ApprovedAction] ??= verdict ?? "asked";
  return states;
}
