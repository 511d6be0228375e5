import { rm } from "node:fs/promises";
import { join } from "node:path";
import { addImportJob, beginImportJob, changeImportJob, removeImportJob, textOf } from "@tianyan/db";
import { CANONICAL_PROFILE, type Profile } from "@tianyan/ingest";
import { copyStories, type DemoPart, writeDemoPart, writeDemoRegistry } from "@tianyan/seed";
import type { Actor } from "../../auth/actor";
import type { Desk } from "../desk";
import { nameOfFile } from "../imports/account";
import { outcomeOf } from "../imports/history";
import { importFiles } from "../imports/import-files";
import { jobKey } from "../imports/item";
import { createTeller } from "../imports/teller";
import { faultOf, faultOfError } from "../jobs/fault";
import { Cancelled, Interrupted } from "../jobs/stopped";
import type { Services } from "../services";
import { type DemoPlan, type DemoWanted, giveUp, keepPart, nameOfPart, planDemo } from "./plan";

/** What steward and history call it. */
export const DEMO_PROFILE: Profile = { ...CANONICAL_PROFILE, name: "云岫县 12345 热线（演示数据）" };

export interface DemoRequest {
  readonly plan: DemoPlan;
  /** Aborted when the server is to stop. */
  readonly signal: AbortSignal;
}

/** What of a part's time goes into writing its files. */
const WRITING = 0.08;

/** What is to be loaded of the county, told as under way from then on; null: nothing. */
export async function beginDemo(
  services: Services,
  desk: Desk,
  actor: Actor,
  wanted: DemoWanted,
): Promise<DemoPlan | null> {
  const plan = await planDemo(services, actor, wanted);
  const loaded = plan?.parts.filter((part) => plan.loaded.has(nameOfPart(part))) ?? [];
  if (plan)
    desk.demo.begin(
      plan.options.orders,
      loaded.reduce((sum, { orders }) => sum + orders, 0),
    );
  return plan;
}

/**
 * Loads the invented county, part after part, each by the way any export comes in; goes on where an earlier run was cut off. Between two
 * parts whatever else waits has its turn. True when all is in; never throws: what became of each part stands in the history.
 */
export async function loadDemo(
  services: Services,
  desk: Desk,
  actor: Actor,
  { plan: begun, signal }: DemoRequest,
): Promise<boolean> {
  let plan = begun;
  const { demo } = desk;
  const known = new Set(plan.loaded);
  const folder = join(desk.folder, "demo");
  try {
    for (const part of plan.parts) {
      if (known.has(nameOfPart(part))) continue;
      if (!(await loadPart(services, desk, actor, { plan, part, folder, stopping: signal }))) return false;
      known.add(nameOfPart(part));
      plan = { ...plan, loaded: new Set(known) };
      demo.add(part.orders);
    }
    return true;
  } catch (error) {
    if (!signal.aborted) desk.log(error instanceof Error ? (error.stack ?? error.message) : textOf(error));
    return false;
  } finally {
    demo.end();
    await rm(folder, { recursive: true, force: true }).catch((error: unknown) => desk.log(textOf(error)));
  }
}

interface Loading {
  readonly plan: DemoPlan;
  readonly part: DemoPart;
  readonly folder: string;
  readonly stopping: AbortSignal;
}

/** True where it is in. */
async function loadPart(
  services: Services,
  desk: Desk,
  actor: Actor,
  { plan, part, folder, stopping }: Loading,
): Promise<boolean> {
  await rm(folder, { recursive: true, force: true });
  const registry = plan.loaded.size === 0 ? await writeDemoRegistry(folder) : [];
  const stories = plan.loaded.size === 0 ? await copyStories(folder) : [];
  const files = [...registry, ...(await writeDemoPart(folder, plan.options, part, stopping)), ...stories];
  desk.demo.reach(part.orders, WRITING);
  const waiting = {
    state: "waiting",
    via: "demo",
    actor: actor.name,
    source: DEMO_PROFILE.source,
    names: files.map(nameOfFile),
    uploads: [],
    profile: null,
    tables: [],
  };
  const id = await addImportJob(services.work.sql, waiting, services.now());
  let loaded = false;
  await desk.runner.add(jobKey(id), async (signal) => {
    try {
      signal.throwIfAborted();
      if ((await beginImportJob(services.work.sql, id, services.now())) === null) throw new Cancelled("cancelled");
      await importPart(services, desk, actor, { plan, part, files, id, signal });
      loaded = true;
    } catch (error) {
      const stopped = signal.reason instanceof Cancelled ? signal.reason : new Interrupted("the server stops");
      await endPart(services, desk, plan, id, signal.aborted ? stopped : error);
    }
  });
  return loaded;
}

interface Importing {
  readonly plan: DemoPlan;
  readonly part: DemoPart;
  readonly files: readonly string[];
  readonly id: string;
  readonly signal: AbortSignal;
}

async function importPart(
  services: Services,
  desk: Desk,
  actor: Actor,
  { plan, part, files, id, signal }: Importing,
): Promise<void> {
  const began = performance.now();
  const teller = createTeller(services, desk, id, { shape: DEMO_PROFILE.shape, workbooks: false });
  try {
    await importFiles(services, actor, {
      profile: DEMO_PROFILE,
      files,
      signal,
      onProgress(progress) {
        teller.tell(progress);
        desk.demo.reach(part.orders, WRITING + (1 - WRITING) * teller.share());
      },
      async within(tx, _batch, done) {
        signal.throwIfAborted();
        await teller.stop();
        await changeImportJob(tx, id, outcomeOf(done, (performance.now() - began) / 1000, services.now()));
        await keepPart(tx, plan, part);
      },
    });
  } finally {
    await teller.stop();
  }
}

/** Of a part that was cut off nothing is in; the next start begins it again. One that somebody cancelled was the last. */
async function endPart(services: Services, desk: Desk, plan: DemoPlan, id: string, error: unknown): Promise<void> {
  const { sql } = services.work;
  const running = ["waiting", "reading", "recording", "judging"];
  try {
    if (error instanceof Interrupted) {
      await removeImportJob(sql, id, running);
      return;
    }
    const cancelled = error instanceof Cancelled;
    if (cancelled) await giveUp(services, plan);
    else desk.log(error instanceof Error ? (error.stack ?? error.message) : textOf(error));
    const fault = cancelled ? faultOf("import.cancelled") : faultOfError(error, "import.file_refused");
    const state = cancelled ? "cancelled" : "failed";
    await changeImportJob(sql, id, { state, error: fault, progress: null, finished_at: services.now() }, running);
  } catch (failure) {
    desk.log(textOf(failure));
  }
}
