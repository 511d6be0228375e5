import { randomUUID } from "node:crypto";
import { type AnswerExplanation, ApiError, type Explanation, requirePermission } from "@tianyan/api";
import { currentGeneration, decideAlone, findingsToDecide, setAnswer } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { inChange } from "../in-change";
import type { Services } from "../services";
import { recordAct } from "./decide";
import { explanationNow } from "./explanations";

/**
 * Answers what a unit said; accepted, it exempts the finding with the reason. Throws ApiError where it is not in scope or was answered, or
 * where the finding that it would exempt is no more.
 */
export async function answerExplanation(
  services: Services,
  actor: Actor,
  id: string,
  { accepted, reason }: AnswerExplanation,
): Promise<Explanation> {
  requirePermission(actor, "findings.decide");
  const { account, name: author } = actor;
  if (account === null) throw new ApiError("permission.denied");
  const { row } = await explanationNow(services, actor, id);
  const at = services.now();
  await inChange(services.work, async (tx) => {
    await decideAlone(tx);
    const exempting = accepted ? randomUUID() : null;
    if (!(await setAnswer(tx, id, { accepted, act: exempting, reason, account, author }, at)))
      throw new ApiError("explanation.answered");
    if (exempting !== null) {
      if (row.hangs_on === null) throw new ApiError("triage.finding_not_found");
      const key = { source: row.source, orderId: row.order_id, key: row.hangs_on };
      const found = await findingsToDecide(tx, [key], await currentGeneration(tx), { kept: true });
      if (found.length === 0) throw new ApiError("triage.finding_not_found");
      const act = { act: exempting, kind: "exempted", reason: null, text: reason, account, author } as const;
      await recordAct(tx, actor, { ...act, watchUntil: null, watchLevel: null }, found, at);
    }
    await record(tx, actor, {
      action: "explanation.answered",
      subject: { type: "explanation", id },
      after: { accepted, reason },
      outcome: "done",
    });
  });
  return (await explanationNow(services, actor, id)).item;
}
