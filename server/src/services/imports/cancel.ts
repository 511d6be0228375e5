import { setTimeout as wait } from "node:timers/promises";
import { type Actor, ApiError, type ImportItem } from "@tianyan/api";
import { changeImportJob } from "@tianyan/db";
import type { Desk } from "../desk";
import { faultOf } from "../jobs/fault";
import { Cancelled } from "../jobs/stopped";
import type { Services } from "../services";
import { jobKey } from "./item";
import { readItem } from "./start";

const RUNNING: readonly string[] = ["waiting", "reading", "recording", "judging"];
const PATIENCE_MS = 20_000;

/** Stops an import; nothing of it remains. Answers when it has stopped. */
export async function cancelImport(services: Services, desk: Desk, _actor: Actor, id: string): Promise<ImportItem> {
  const { db, now } = services;
  let item = await readItem(services, desk, id);
  if (!RUNNING.includes(item.state)) throw new ApiError("import.not_running");
  const cancelled = { state: "cancelled", error: faultOf("import.cancelled"), finished_at: now() };
  const dropped = await changeImportJob(db.sql, id, cancelled, ["waiting"]);
  const known = desk.runner.cancel(jobKey(id), new Cancelled("cancelled"));
  if (!dropped && !known) throw new ApiError("import.not_running");
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await wait(50)) {
    item = await readItem(services, desk, id);
    if (!RUNNING.includes(item.state)) break;
  }
  return item;
}
