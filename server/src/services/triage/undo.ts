import { ApiError, type Decided, requirePermission } from "@tianyan/api";
import { decideAlone, decidedSince, decisionsOfAct, undoAct } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { record } from "../audit/record";
import { inChange } from "../in-change";
import type { Services } from "../services";
import { changedBy } from "./changed";
import { decidedNow } from "./decided";

/**
 * Takes an act back, whole: everything stands as before it. Throws ApiError where it is not all in scope, was taken back, or somebody
 * decided since about one of its findings.
 */
export async function undoDecisions(services: Services, actor: Actor, act: string): Promise<Decided> {
  requirePermission(actor, "findings.decide");
  const { account, name: author } = actor;
  if (account === null) throw new ApiError("permission.denied");
  const seen = await asActor(services, actor, ({ db }) => decisionsOfAct(db.sql, act));
  const at = services.now();
  await inChange(services.work, async (tx) => {
    await decideAlone(tx);
    const rows = await decisionsOfAct(tx, act);
    const gone = rows.every(({ undone_at }) => undone_at !== null);
    // What an accepted explanation decided is taken back with the acceptance, by who says why.
    const answered = rows.some(({ kind }) => kind === "exempted");
    if (seen.length < rows.length || gone || answered) throw new ApiError("triage.act_not_found");
    const since = await decidedSince(tx, act);
    if (since) throw changedBy(since.author, since.at);
    await undoAct(tx, act, { account, author }, at);
    await record(tx, actor, {
      action: "triage.undone",
      subject: { type: "act", id: act },
      before: { kind: rows[0]?.kind, by: rows[0]?.account },
      after: { findings: rows.map((row) => `${row.source}/${row.order_id}/${row.key}`) },
      outcome: "done",
    });
  });
  return decidedNow(services, actor, act);
}
