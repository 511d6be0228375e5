import { ApiError, type Explain, type Explanation, requirePermission } from "@tianyan/api";
import { addExplanation, currentGeneration, findingsToDecide, readFindings } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { record } from "../audit/record";
import { inChange } from "../in-change";
import type { Services } from "../services";
import { explanationNow } from "./explanations";

/** A unit's contact says something to a finding that names the own unit. Throws ApiError where there is no such finding. */
export async function explainFinding(services: Services, actor: Actor, given: Explain): Promise<Explanation> {
  requirePermission(actor, "findings.explain");
  const { account, name: author } = actor;
  if (account === null) throw new ApiError("permission.denied");
  const key = { source: given.source, orderId: given.order_id, key: given.key };
  const unit = await asActor(services, actor, async ({ db, scope }) => {
    const generation = await currentGeneration(db.sql);
    const [seen] = await findingsToDecide(db.sql, [key], generation, { kept: false });
    const row = (await readFindings(db.sql, [key], generation, scope)).find(({ id }) => id === seen?.id);
    const own = row?.unit_codes.find((code) => scope.units?.includes(code));
    if (own === undefined) throw new ApiError("triage.finding_not_found");
    return own;
  });
  const id = await inChange(services.work, async (tx) => {
    const [found] = await findingsToDecide(tx, [key], await currentGeneration(tx), { kept: true });
    if (!found) throw new ApiError("triage.finding_not_found");
    const { kind, text } = given;
    const added = await addExplanation(tx, { finding: found.id, unit, kind, text, account, author }, services.now());
    if (added === null) throw new ApiError("explanation.open");
    await record(tx, actor, {
      action: "explanation.given",
      subject: { type: "explanation", id: added },
      after: { kind, unit, finding: `${key.source}/${key.orderId}/${key.key}` },
      outcome: "done",
    });
    return added;
  });
  return (await explanationNow(services, actor, id)).item;
}
