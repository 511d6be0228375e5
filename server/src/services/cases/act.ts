import { ApiError, type CaseAct, type CaseDetail, requirePermission, type Text } from "@tianyan/api";
import { type Decided, decideMove } from "@tianyan/core";
import { judgeCaseFindings, moveCase } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { type CaseInHand, changeCase } from "./change";
import { factsOf, stageOf } from "./facts";

/** Moves a case on, as the table of transitions allows. Throws with what stands in the way. */
export async function actOnCase(services: Services, actor: Actor, id: string, act: CaseAct): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  const { action, version: seen, reason } = act;
  return changeCase(services, actor, id, { seen, ended: true }, async ({ tx, head, at }: CaseInHand) => {
    const decided = decideMove(await factsOf(tx, head), { action, post: actor.post, reason });
    if (!decided.ok) throw refused(decided);
    const from = stageOf(head);
    await moveCase(tx, id, { stage: decided.to, suspendedFrom: decided.to === "suspended" ? from : null }, at);
    if (action === "sign_off") await judgeCaseFindings(tx, id, "confirmed");
    if (action === "reopen") await judgeCaseFindings(tx, id, null);
    return { kind: "moved", reason, before: { stage: from }, after: { stage: decided.to, action } };
  });
}

function refused({ why, refusals }: Extract<Decided, { ok: false }>): ApiError {
  const problems = refusals.map(({ code, zh, en }) => ({ path: code, message: `${zh} / ${en}` }));
  const detail: Text | null =
    refusals.length === 0
      ? null
      : { zh: refusals.map(({ zh }) => zh).join("；"), en: refusals.map(({ en }) => en).join("; ") };
  return new ApiError(`case.${why}`, { problems, detail });
}
