import type { ImportItem } from "@tianyan/api";
import { changeImportJob, textOf } from "@tianyan/db";
import { type Profile, Refusal } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { faultOf, faultOfError } from "../jobs/fault";
import { createMeter } from "../jobs/meter";
import { profileOfDocument } from "../profiles/saved";
import type { Services } from "../services";
import { dropUploads } from "../uploads/stored";
import { outcomeOf } from "./history";
import { importFiles } from "./import-files";
import { requireSource } from "./in-scope";
import { jobKey } from "./item";
import { createCleaner, recognisePaths } from "./recognise";
import { dropRejectsWorkbooks, keepRejectsWorkbooks } from "./rejects-workbook";
import type { ImportProgress } from "./request";

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

const TELL_EVERY_MS = 500;
const RUNNING = ["reading", "recording", "judging"];

export const queueImport = (services: Services, desk: Desk, actor: Actor, job: ImportJob): Promise<void> =>
  desk.runner.add(jobKey(job.id), (signal) => runImport(services, desk, actor, job, signal));

async function runImport(
  services: Services,
  desk: Desk,
  actor: Actor,
  job: ImportJob,
  signal: AbortSignal,
): Promise<void> {
  const { work, now } = services;
  const started = { state: "reading", started_at: now() };
  if (signal.aborted || !(await changeImportJob(work.sql, job.id, started, ["waiting"]).catch(() => false))) {
    await end(services, desk, actor, job, signal.reason);
    return;
  }
  const began = performance.now();
  const teller = createTeller(services, desk, job.id);
  try {
    const { profile, document } = await profileOf(services, job, signal);
    requireSource(actor, profile.source);
    await changeImportJob(work.sql, job.id, { source: profile.source, profile: document });
    const seconds = (): number => (performance.now() - began) / 1000;
    const summary = await importFiles(services, actor, {
      profile,
      files: job.paths,
      signal,
      onProgress: teller.tell,
      async within(tx, _batch, done) {
        signal.throwIfAborted();
        await keepRejectsWorkbooks(services, desk, job.id, done, job.paths, profile);
        await teller.stop();
        await changeImportJob(tx, job.id, outcomeOf(done, seconds(), now()));
      },
    });
    await teller.stop();
    if (summary.batch === null)
      await work.sql.begin(async (tx) => {
        await changeImportJob(tx, job.id, outcomeOf(summary, seconds(), now()));
        const subject = { type: "import", id: job.id };
        await record(tx, actor, { action: "import.recorded", subject, after: { rows: 0 }, outcome: "done" });
      });
    await dropUploads(services, desk, actor, job.uploads);
  } catch (error) {
    await teller.stop();
    await dropRejectsWorkbooks(desk, job.id);
    await end(services, desk, actor, job, signal.aborted ? signal.reason : error);
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

/** What is told while it runs: at most twice a second, and never after it has ended. */
function createTeller({ work }: Services, desk: Desk, id: string) {
  const meter = createMeter();
  let stage: ImportProgress["stage"] = "reading";
  let recorded = 0;
  let told = 0;
  let stopped = false;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    tell(progress: ImportProgress): void {
      if (stopped) return;
      if (progress.stage !== stage) {
        stage = progress.stage;
        meter.restart(stage === "judging" && recorded > 0 ? recorded : null);
      }
      if (stage === "recording") recorded = progress.done;
      meter.reach(progress.done);
      if (progress.share) meter.setTotal(Math.round(progress.done / progress.share));
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      const change = { state: stage, progress: meter.read() };
      writing = writing.then(() =>
        changeImportJob(work.sql, id, change, RUNNING).catch((error: unknown) => desk.log(textOf(error))),
      );
    },
    async stop(): Promise<void> {
      stopped = true;
      await writing;
    },
  };
}

/** Records how an import ended that did not end well; it left nothing behind. */
async function end(services: Services, desk: Desk, actor: Actor, job: ImportJob, error: unknown): Promise<void> {
  const { work, now } = services;
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
  const ending = work.sql.begin(async (tx) => {
    if (!(await changeImportJob(tx, job.id, change, from))) return;
    const told = { subject: { type: "import", id: job.id }, after: { code: fault.code }, outcome: "done" } as const;
    await record(tx, actor, { action: "import.failed", ...told });
  });
  await ending.catch((failure: unknown) => desk.log(textOf(failure)));
}

/** The server is going down. */
export class Interrupted extends Error {}
