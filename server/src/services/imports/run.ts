import type { Actor, ImportItem } from "@tianyan/api";
import { changeImportJob, textOf } from "@tianyan/db";
import { type Profile, Refusal } from "@tianyan/ingest";
import type { Desk } from "../desk";
import { faultOf, faultOfError } from "../jobs/fault";
import { profileOfDocument } from "../profiles/saved";
import type { Services } from "../services";
import { dropUploads } from "../uploads/stored";
import { outcomeOf } from "./history";
import { importFiles } from "./import-files";
import { jobKey } from "./item";
import { createCleaner, recognisePaths } from "./recognise";
import { dropRejectsWorkbooks, keepRejectsWorkbooks } from "./rejects-workbook";
import { onScreen } from "./screen-words";
import { createTeller } from "./teller";

/** An import that waits for its turn. */
export interface ImportJob {
  readonly id: string;
  readonly via: ImportItem["via"];
  readonly paths: readonly string[];
  /** In which the files lie: messages leave them out. */
  readonly folders: readonly string[];
  /** Taken away once they are loaded. */
  readonly uploads: readonly string[];
  /** Null: the saved profile of the same headers, else what is recognised. */
  readonly document: Readonly<Record<string, unknown>> | null;
}

/** Somebody asked for it to stop. */
export class Cancelled extends Error {}

export const queueImport = (services: Services, desk: Desk, actor: Actor, job: ImportJob): Promise<void> =>
  desk.runner.add(jobKey(job.id), (signal) => runImport(services, desk, actor, job, signal));

async function runImport(
  services: Services,
  desk: Desk,
  actor: Actor,
  job: ImportJob,
  signal: AbortSignal,
): Promise<void> {
  const { db, now } = services;
  const started = { state: "reading", started_at: now() };
  if (signal.aborted || !(await changeImportJob(db.sql, job.id, started, ["waiting"]).catch(() => false))) {
    await end(services, desk, job, signal.reason);
    return;
  }
  const began = performance.now();
  let teller: ReturnType<typeof createTeller> | null = null;
  try {
    const { profile, document } = await profileOf(services, job, signal);
    const telling = createTeller(services, desk, job.id, profile.shape);
    teller = telling;
    await changeImportJob(db.sql, job.id, { source: profile.source, profile: document });
    const seconds = (): number => (performance.now() - began) / 1000;
    const summary = await importFiles(services, actor, {
      profile,
      files: job.paths,
      signal,
      onProgress: telling.tell,
      reword: job.via === "screen" ? onScreen : undefined,
      async within(tx, _batch, done, tables) {
        signal.throwIfAborted();
        await keepRejectsWorkbooks(desk, job.id, done, tables, { signal, onProgress: telling.tell });
        await telling.stop();
        await changeImportJob(tx, job.id, outcomeOf(done, seconds(), now()));
      },
    });
    await telling.stop();
    if (summary.batch === null) await changeImportJob(db.sql, job.id, outcomeOf(summary, seconds(), now()));
    await dropUploads(services, desk, job.uploads);
  } catch (error) {
    await teller?.stop();
    await dropRejectsWorkbooks(desk, job.id);
    await end(services, desk, job, signal.aborted ? signal.reason : error);
  }
}

async function profileOf(
  services: Services,
  job: ImportJob,
  signal: AbortSignal,
): Promise<{ readonly profile: Profile; readonly document: Readonly<Record<string, unknown>> }> {
  if (job.document) return { profile: profileOfDocument(job.document), document: job.document };
  const { recognition } = await recognisePaths(services, job.paths, undefined, signal);
  const refused = recognition.files.find(({ refusal }) => refusal !== null)?.refusal;
  if (refused) throw new Refusal(refused.code, { zh: refused.zh, en: refused.en });
  return { profile: profileOfDocument(recognition.profile), document: recognition.profile };
}

/** Records how an import ended that did not end well; it left nothing behind. */
async function end(services: Services, desk: Desk, job: ImportJob, error: unknown): Promise<void> {
  const { db, now } = services;
  const cancelled = error instanceof Cancelled;
  const clean = createCleaner(job.folders);
  const interrupted = error instanceof Interrupted;
  const fault = cancelled
    ? faultOf("import.cancelled")
    : interrupted
      ? faultOf("import.interrupted")
      : faultOfError(error, "import.file_refused", clean);
  if (fault.code === "server.failed") desk.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const change = {
    state: cancelled ? "cancelled" : "failed",
    error: fault,
    progress: null,
    finished_at: now(),
  };
  const from = ["waiting", "reading", "recording", "judging"];
  await changeImportJob(db.sql, job.id, change, from).catch((failure: unknown) => desk.log(textOf(failure)));
}

/** The server is going down. */
export class Interrupted extends Error {}
