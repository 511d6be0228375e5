import { stat } from "node:fs/promises";
import type { Instant } from "@tianyan/core";
import { currentPersonalKey, knownFiles, openStaging, refreshStatistics } from "@tianyan/db";
import { openTables, type ReadWatch } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { record as recordAudit } from "../audit/record";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";
import { openAccount } from "./account";
import type { Counts } from "./counts";
import { enterAsCommand } from "./history";
import { readingHash } from "./profile";
import { record } from "./record";
import type { ImportRequest } from "./request";
import { type FileCount, type Gathered, type StageOptions, stageRows } from "./stage";
import { type ImportSummary, summarise } from "./summary";

export type { ImportProgress, ImportRequest } from "./request";
export type { ImportSummary } from "./summary";

/**
 * Loads files of one source, whole or not at all, and brings the findings of what they touched up to date.
 * Throws a Refusal for a file that cannot be used, before anything is written.
 */
export async function importFiles(services: Services, actor: Actor, request: ImportRequest): Promise<ImportSummary> {
  const { work } = services;
  const { profile } = request;
  const opened = await openTables(request.files, profile, {
    watch: await watchChecking(request),
    choices: request.choices,
  });
  const tables = opened.filter(
    ({ file }, index) => opened.findIndex((other) => other.file.sha256 === file.sha256) === index,
  );
  const hash = readingHash(profile, tables);
  const sha256s = tables.map(({ file }) => file.sha256);
  const staging = await openStaging(work.url, request.signal);
  try {
    services.keys.follow((await currentPersonalKey(work.sql)) ?? services.keys.current);
    const known = await knownFiles(work.sql, sha256s, hash);
    const files: FileCount[] = tables
      .filter(({ file }) => !known.has(file.sha256))
      .map((table) => ({ table, rows: 0, rejected: 0, last: 0 }));
    const gathered: Gathered = { files, units: [], competence: [], rejects: [], kinds: new Set(), staged: 0 };
    const counts: Counts = { orders: 0, rows: 0, known: 0, judged: 0, added: 0, changed: 0, removed: 0, units: 0 };
    let batch: string | null = null;
    if (files.length > 0) {
      const now = services.now();
      await staging.fill(stageRows(files, gathered, await stageOptions(services, request, files, now)));
      request.signal?.throwIfAborted();
      request.onProgress?.({ stage: "recording", done: 0 });
      batch = await work.sql.begin(async (tx) => {
        const account = await openAccount(tx);
        const id = await record(tx, staging, actor, request, gathered, counts, hash, now);
        await account.keep(id, request, gathered, counts.known);
        const within = request.within ?? enterAsCommand(actor, request.files, now);
        await within(tx, id, summarise(profile, tables, gathered, counts, id), tables);
        const { units, judged, ...rows } = counts;
        const hashes = files.map(({ table }) => table.file.sha256);
        const after = { source: profile.source, files: hashes, ...rows, rejected: gathered.rejects.length };
        const subject = { type: "batch", id };
        await recordAudit(tx, actor, { action: "import.recorded", subject, after, outcome: "done" });
        return id;
      });
      // It is in whatever becomes of this; the next import, or PostgreSQL by itself, makes up for it.
      await refreshStatistics(work.sql, counts.rows + counts.orders).catch(() => undefined);
    }
    return summarise(profile, tables, gathered, counts, batch);
  } finally {
    await staging.close();
  }
}

/** Every file is looked through once before anything is read. */
async function watchChecking({ files, signal, onProgress }: ImportRequest): Promise<ReadWatch> {
  let total = 0;
  for (const file of files) total += (await stat(file).catch(() => null))?.size ?? 0;
  let done = 0;
  return {
    signal,
    onBytes(count) {
      done = Math.min(total, done + count);
      onProgress?.({ stage: "checking", done, total });
    },
  };
}

async function stageOptions(
  services: Services,
  request: ImportRequest,
  files: readonly FileCount[],
  now: Instant,
): Promise<StageOptions> {
  const { parameters } = (await loadJudging(services.work.sql)).parametersAt(now);
  const zone = request.profile.parameters.zone;
  const total = files.reduce((sum, { table }) => sum + table.toRead, 0);
  let done = 0;
  let rows = 0;
  return {
    zone: typeof zone === "string" ? zone : parameters.zone,
    now,
    signal: request.signal,
    keys: services.keys,
    reword: request.reword,
    onRead: (more, bytes) => {
      rows += more;
      done = Math.min(total, done + bytes);
      request.onProgress?.({ stage: "reading", done, total, rows });
    },
  };
}
