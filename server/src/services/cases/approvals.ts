import { ApiError, type AskApproval, type CaseDetail, type DecideApproval, requirePermission } from "@tianyan/api";
import { approvalHindrance } from "@tianyan/core";
import { askCaseApproval, decideCaseApproval, readCaseApprovals } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { changeCase } from "./change";
import { factsOf } from "./facts";

/** Asks a leader to approve an action that leads out of the stage; it counts until the case moves. */
export async function askApproval(
  services: Services,
  actor: Actor,
  id: string,
  given: AskApproval,
): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  const { version: seen, action, reason } = given;
  return changeCase(services, actor, id, { seen }, async ({ tx, head, at }) => {
    const hindrance = approvalHindrance(await factsOf(tx, head), action);
    if (hindrance) throw new ApiError(`case.${hindrance}`);
    const entry = await askCaseApproval(tx, id, { action, reason, account: actor.account }, { author: actor.name, at });
    return { kind: "approval_asked", reason, after: { id: entry, action } };
  });
}

/** A leader approves or denies; to deny takes a reason. Never what they asked for themselves in another post. */
export async function decideApproval(
  services: Services,
  actor: Actor,
  { id, entry }: { readonly id: string; readonly entry: string },
  { version: seen, verdict, reason }: DecideApproval,
): Promise<CaseDetail> {
  requirePermission(actor, "cases.approve");
  return changeCase(services, actor, id, { seen }, async ({ tx, at }) => {
    const approval = (await readCaseApprovals(tx, id)).find((one) => one.id === entry);
    if (!approval) throw new ApiError("case.entry_not_found");
    if (approval.verdict !== null || approval.lapsed_at !== null) throw new ApiError("case.approval_decided");
    if (approval.asked_account !== null && approval.asked_account === actor.account)
      throw new ApiError("case.own_approval");
    if (verdict === "denied" && reason === "") throw new ApiError("case.reason_required");
    await decideCaseApproval(tx, entry, { verdict, reason }, { author: actor.name, at });
    return { kind: `approval_${verdict}`, reason, after: { id: entry, action: approval.action } };
  });
}
