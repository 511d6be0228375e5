import { setTimeout as wait } from "node:timers/promises";
import { ApiError, type ImportItem, requirePermission } from "@tianyan/api";
import { changeImportJob } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { faultOf } from "../jobs/fault";
import { Cancelled } from "../jobs/stopped";
import type { Services } from "../services";
import { importInScope } from "./in-scope";
import { jobKey } from "./item";
import { readItem } from "./start";

const RUNNING: readonly string[] = ["waiting", "reading", "recording", "judging"];
const PATIENCE_MS = 20_000;

/** Stops an import; nothing of it remains. Answers when it has stopped. */
export async function cancelImport(services: Services, desk: Desk, actor: Actor, id: string): Promise<ImportItem> {
  requirePermission(actor, "imports.write");
  const { work, now } = services;
  await importInScope(services, actor, id);
  let item = await readItem(services, desk, id);
  if (!RUNNING.includes(item.state)) throw new ApiError("import.not_running");
  const cancelled = { state: "cancelled", error: faultOf("import.cancelled"), finished_at: now() };
  const dropped = (await work.sql.begin(async (tx) => {
    const waited = await changeImportJob(tx, id, cancelled, ["waiting"]);
    const told = { subject: { type: "import", id }, before: { state: item.state }, outcome: "done" } as const;
    await record(tx, actor, { action: "import.cancelled", ...told });
    return waited;
  })) as boolean;
  const known = desk.runner.cancel(jobKey(id), new Cancelled("cancelled"));
  if (!dropped && !known) throw new ApiError("import.not_running");
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await wait(50)) {
    item = await readItem(services, desk, id);
    if (!RUNNING.includes(item.state)) break;
  }
  return item;
}
