import { ApiError, type Explanation, type RetractExplanation, requirePermission } from "@tianyan/api";
import { decideAlone, setRetraction, undoAct } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { inChange } from "../in-change";
import type { Services } from "../services";
import { explanationNow } from "./explanations";

/**
 * Takes back that an explanation was accepted: the exemption counts until now, and what was decided before or since counts again. Throws
 * ApiError where it is not in scope, or not accepted any more.
 */
export async function retractExplanation(
  services: Services,
  actor: Actor,
  id: string,
  { reason }: RetractExplanation,
): Promise<Explanation> {
  requirePermission(actor, "findings.decide");
  const { account, name: author } = actor;
  if (account === null) throw new ApiError("permission.denied");
  const { row } = await explanationNow(services, actor, id);
  const at = services.now();
  await inChange(services.work, async (tx) => {
    await decideAlone(tx);
    if (!(await setRetraction(tx, id, { reason, account, author }, at))) throw new ApiError("explanation.not_accepted");
    if (row.act !== null) await undoAct(tx, row.act, { account, author }, at);
    await record(tx, actor, {
      action: "explanation.retracted",
      subject: { type: "explanation", id },
      before: { accepted: true, reason: row.answer },
      after: { accepted: false, reason },
      outcome: "done",
    });
  });
  return (await explanationNow(services, actor, id)).item;
}
