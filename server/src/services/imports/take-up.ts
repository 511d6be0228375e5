import type { Fault } from "@tianyan/api";
import {
  changeImportJob,
  type ImportJobRow,
  removeImportJob,
  setRegistryChange,
  unfinishedImportJobs,
  unfinishedRegistryChanges,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { faultOf, faultOfError } from "../jobs/fault";
import { changeKey } from "../registry/change";
import type { Services } from "../services";
import { type StoredUpload, storedUploads } from "../uploads/stored";
import { keptChoices } from "./choices";
import { interruption, MOST_ATTEMPTS } from "./ending";
import { jobKey } from "./item";
import { queueImport } from "./run";

/** Finds what nobody works on: a server was killed, or the answer that a job was entered got lost. */
export interface TakingUp {
  /** `atOnce` where this server has just started; else only what stood so the last time too, since it may be about to begin. */
  look(atOnce?: boolean): Promise<void>;
}

/**
 * Imports of uploads are taken up again from their start, since nothing of them is there; everything else is told as ended: what takes
 * data away, or changes how they are judged, is not done hours later without anybody asking.
 */
export function createTakingUp(services: Services, desk: Desk, actor: Actor): TakingUp {
  const { sql } = services.work;
  let suspects: ReadonlySet<string> = new Set();
  return {
    async look(atOnce = false) {
      const [jobs, changes] = [await unfinishedImportJobs(sql), await unfinishedRegistryChanges(sql)];
      const left = [...jobs.map(({ id }) => jobKey(id)), ...changes.map(changeKey)].filter(
        (key) => !desk.runner.knows(key),
      );
      const isLeft = (key: string): boolean => left.includes(key) && (atOnce || suspects.has(key));
      for (const job of jobs) if (isLeft(jobKey(job.id))) await takeUp(services, desk, actor, job);
      const ended = { state: "failed", finishedAt: services.now(), error: faultOf("change.interrupted") };
      for (const id of changes)
        if (isLeft(changeKey(id)))
          await sql.begin(async (tx) => {
            await setRegistryChange(tx, id, ended);
            const told = {
              subject: { type: "change", id },
              after: { code: ended.error.code },
              outcome: "done",
            } as const;
            await record(tx, actor, { action: "registry.failed", ...told });
          });
      suspects = new Set(left);
    },
  };
}

async function takeUp(services: Services, desk: Desk, actor: Actor, job: ImportJobRow): Promise<void> {
  const { work, now } = services;
  const { id, state } = job;
  // The county goes on by itself, with rows of its own.
  if (job.via === "demo" && state !== "undoing") {
    await removeImportJob(work.sql, id, [state]);
    return;
  }
  if (state === "undoing") {
    const kept = { state: "done", progress: null, error: faultOf("import.undo_interrupted") };
    await work.sql.begin(async (tx) => {
      if (!(await changeImportJob(tx, id, kept, [state]))) return;
      const told = { subject: { type: "import", id }, after: { code: kept.error.code }, outcome: "done" } as const;
      await record(tx, actor, { action: "import.undo_failed", ...told });
    });
    return;
  }
  const files = await filesOf(services, desk, job);
  if ("fault" in files) {
    const ended = { state: "failed", progress: null, error: files.fault, finished_at: now() };
    await work.sql.begin(async (tx) => {
      if (!(await changeImportJob(tx, id, ended, [state]))) return;
      const told = { subject: { type: "import", id }, after: { code: files.fault.code }, outcome: "done" } as const;
      await record(tx, actor, { action: "import.failed", ...told });
    });
    return;
  }
  if (!(await changeImportJob(work.sql, id, { state: "waiting", progress: null }, [state]))) return;
  void queueImport(
    services,
    desk,
    { ...actor, name: job.actor },
    {
      id,
      via: "screen",
      paths: files.stored.map(({ path }) => path),
      folders: files.stored.map(({ folder }) => folder),
      uploads: job.uploads,
      document: job.profile as Readonly<Record<string, unknown>> | null,
      choices: keptChoices(job.tables, files.stored),
    },
  );
}

/** Where its files lie; a fault where it cannot be begun again. */
async function filesOf(
  services: Services,
  desk: Desk,
  { via, uploads, attempts }: ImportJobRow,
): Promise<{ readonly stored: readonly StoredUpload[] } | { readonly fault: Fault }> {
  if (uploads.length === 0 || attempts >= MOST_ATTEMPTS) return { fault: interruption(via, attempts) };
  try {
    return { stored: await storedUploads(services, desk, uploads) };
  } catch (error) {
    return { fault: faultOfError(error, "import.file_refused") };
  }
}
