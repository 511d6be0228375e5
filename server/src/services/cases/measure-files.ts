import { ApiError, type MeasureItem, permitted, requirePermission } from "@tianyan/api";
import { ALL_MEASURES, addCaseAttachment, lockCase, readMeasureFiles, readMeasures } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import type { Desk } from "../desk";
import { inChange } from "../in-change";
import type { Services } from "../services";
import { fileFacts, giveFile, receiveFile, type SentFile } from "./attachments";
import { tell } from "./change";
import { keepContent } from "./kept-files";
import { readMeasure } from "./ledger";

/** A unit sends a file as evidence of a measure asked of it. Throws where there is none in sight, or it was accepted already. */
export async function attachToMeasure(
  services: Services,
  desk: Desk,
  actor: Actor,
  id: string,
  sent: SentFile,
): Promise<MeasureItem> {
  requirePermission(actor, "cases.report");
  const { case: file } = await readMeasure(services, actor, id);
  const { file: facts, bytes } = await receiveFile(sent);
  const at = services.now();
  await inChange(services.work, async (tx) => {
    await lockCase(tx, file.id);
    const [measure] = await readMeasures(tx, { ...ALL_MEASURES, id });
    if (!measure) throw new ApiError("measure.not_found");
    if (measure.state === "accepted") throw new ApiError("measure.not_allowed");
    await keepContent(tx, services, desk, facts.sha256, bytes);
    const entry = await addCaseAttachment(tx, file.id, { ...facts, measure: id }, { author: actor.name, at });
    await tell(tx, actor, file.id, { kind: "attached", after: { id: entry, measure_id: id, ...fileFacts(facts) } }, at);
  });
  return readMeasure(services, actor, id);
}

/** Evidence of a measure in sight, for saving. */
export async function openMeasureFile(
  services: Services,
  desk: Desk,
  actor: Actor,
  { id, entry }: { readonly id: string; readonly entry: string },
): Promise<Response> {
  const kept = await asActor(services, permitted(actor, "measures.read"), async ({ db: { sql } }) => {
    const [measure] = await readMeasures(sql, { ...ALL_MEASURES, id });
    if (!measure) throw new ApiError("measure.not_found");
    const file = (await readMeasureFiles(sql, [id])).find((one) => one.id === entry);
    return file ? { id: measure.case_id, entry, file } : null;
  });
  if (!kept) throw new ApiError("case.entry_not_found");
  return giveFile(services, desk, actor, kept);
}
