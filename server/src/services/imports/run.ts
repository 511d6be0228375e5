import { beginImportJob, changeImportJob, textOf } from "@tianyan/db";
import { type Profile, Refusal, type TableChoice } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { outlast } from "../jobs/outlast";
import { profileOfDocument } from "../profiles/saved";
import type { Services } from "../services";
import { dropUploads } from "../uploads/stored";
import { choicesAsFound, choicesToKeep } from "./choices";
import { endAttempt } from "./ending";
import { outcomeOf } from "./history";
import { importFiles } from "./import-files";
import { requireSource } from "./in-scope";
import { jobKey } from "./item";
import type { ImportJob } from "./job";
import { recognisePaths } from "./recognise";
import { keepRejectsWorkbooks } from "./rejects-workbook";
import { onScreen } from "./screen-words";
import { createTeller } from "./teller";

export const queueImport = (services: Services, desk: Desk, actor: Actor, job: ImportJob): Promise<void> =>
  desk.runner.add(jobKey(job.id), (signal) => runImport(services, desk, actor, job, signal));

/** Begins it, and again where the database was lost on the way. */
async function runImport(
  services: Services,
  desk: Desk,
  actor: Actor,
  job: ImportJob,
  signal: AbortSignal,
): Promise<void> {
  const { work, now } = services;
  for (;;) {
    let attempts: number | null = null;
    try {
      if (!signal.aborted) attempts = await outlast(signal, () => beginImportJob(work.sql, job.id, now()));
      // Cancelled while it waited.
      if (attempts === null && !signal.aborted) return;
      signal.throwIfAborted();
      await attempt(services, desk, actor, job, signal);
      return;
    } catch (error) {
      const reason = signal.aborted ? signal.reason : error;
      if (!(await endAttempt(services, desk, actor, job, reason, attempts, signal))) return;
    }
  }
}

async function attempt(
  services: Services,
  desk: Desk,
  actor: Actor,
  job: ImportJob,
  signal: AbortSignal,
): Promise<void> {
  const { work, now } = services;
  const began = performance.now();
  const { profile, document, choices } = await profileOf(services, job, signal);
  const workbooks = job.paths.some((path) => /\.xlsx(\.gz)?$/i.test(path));
  const teller = createTeller(services, desk, job.id, { shape: profile.shape, workbooks });
  try {
    requireSource(actor, profile.source);
    await changeImportJob(work.sql, job.id, {
      source: profile.source,
      profile: document,
      tables: choicesToKeep(choices, job),
    });
    const seconds = (): number => (performance.now() - began) / 1000;
    const summary = await importFiles(services, actor, {
      profile,
      files: job.paths,
      choices,
      signal,
      onProgress: teller.tell,
      reword: job.via === "screen" ? onScreen : undefined,
      async within(tx, _batch, done, tables) {
        signal.throwIfAborted();
        await keepRejectsWorkbooks(services, desk, job.id, done, tables, profile, { signal, onProgress: teller.tell });
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
  } finally {
    await teller.stop();
  }
  // It is loaded, whatever becomes of its files; the next start takes away what is left.
  await dropUploads(services, desk, actor, job.uploads).catch((error: unknown) => desk.log(textOf(error)));
}

/** How the files of an import are read. */
interface Reading {
  readonly profile: Profile;
  readonly document: Readonly<Record<string, unknown>>;
  readonly choices: readonly TableChoice[];
}

async function profileOf(services: Services, job: ImportJob, signal: AbortSignal): Promise<Reading> {
  const { document, choices } = job;
  if (document) return { profile: profileOfDocument(document), document, choices };
  const { recognition } = await recognisePaths(services, job.paths, { choices, signal });
  const refused = recognition.files.find(({ refusal }) => refusal !== null)?.refusal;
  if (refused) throw new Refusal(refused.code, { zh: refused.zh, en: refused.en });
  return {
    profile: profileOfDocument(recognition.profile),
    document: recognition.profile,
    choices: choicesAsFound(recognition, choices),
  };
}
