import type { Instant } from "@tianyan/core";
import {
  addBatch,
  addCompetence,
  addFiles,
  addRejects,
  createTouched,
  currentGeneration,
  finishBatch,
  nextTouched,
  type OrderKey,
  recordKinds,
  recountBatches,
  rowsBefore,
  type Staging,
  type Transaction,
  touchSources,
  upsertSource,
  writeByKey,
} from "@tianyan/db";
import type { Profile } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { applyInPlace, type JudgementIds } from "../judging/apply";
import { compareOrders } from "../judging/compare";
import { type Judging, loadJudging } from "../judging/setting";
import { nameOfFile } from "./account";
import { deriveAgain } from "./append-states";
import type { Appending } from "./appending";
import type { Counts } from "./counts";
import { describeSource, kindsByShape } from "./profile";
import { recordStaged } from "./record-staged";
import type { ImportRequest } from "./request";
import type { FileCount, Gathered } from "./stage";
import { confirmUnits, listUnits, meetUnits } from "./units";

const CHUNK_ORDERS = 1_000;
const CHUNK_REJECTS = 8_000;

/** Everything that is written, in one transaction. Answers with the batch. */
export async function record(
  tx: Transaction,
  staging: Staging,
  actor: Actor,
  request: ImportRequest,
  gathered: Gathered,
  counts: Counts,
  hash: string,
  now: Instant,
): Promise<string> {
  const { profile } = request;
  await writeByKey(tx);
  const batch = await addBatch(tx, { source: profile.source, profileHash: hash, actor: actor.name, recordedAt: now });
  const before = await loadJudging(tx);
  const signatures = new Map(before.sources.map(({ code }) => [code, before.signature(code)]));
  const listed = await listUnits(tx, gathered.units, now);
  if (gathered.competence.length > 0) await addCompetence(tx, gathered.competence);

  const appending = await createAppending(tx, profile, gathered.files, batch, now);
  await createTouched(tx);
  const recorded = await recordStaged(appending, staging, request, gathered, counts);
  for (const [source, met] of recorded.kinds) await recordKinds(tx, source, met);

  const judging = await loadJudging(tx);
  const changed = (judgedAs: ReadonlyMap<string, string>) =>
    [...judgedAs].filter(([code, signature]) => judging.signature(code) !== signature).map(([code]) => code);
  const stale = [...new Set([...changed(signatures), ...changed(recorded.signatures)])];
  await touchSources(tx, stale);
  const rederived = listed
    ? judging.sources.filter(({ code, shape }) => stale.includes(code) && shape !== "event")
    : [];
  const derived = new Set(rederived.map(({ code }) => code));
  const generation = await currentGeneration(tx);
  const ids: JudgementIds = new Map();
  let last: OrderKey | null = null;
  for (;;) {
    request.signal?.throwIfAborted();
    const rows: readonly { source: string; order_id: string }[] = await nextTouched(tx, last, CHUNK_ORDERS);
    const keys = rows.map((row) => ({ source: row.source, orderId: row.order_id }));
    last = keys.at(-1) ?? null;
    if (last === null) break;
    await deriveAgain(
      { ...appending, resolveUnit: resolver(judging) },
      keys.filter(({ source }) => derived.has(source)),
    );
    const comparison = await compareOrders(tx, judging, keys, generation);
    await applyInPlace(tx, comparison, generation, ids, now);
    counts.units += await meetUnits(tx, comparison.units, now);
    counts.judged += comparison.orders;
    counts.added += comparison.added.length;
    counts.changed += comparison.changed.length;
    counts.removed += comparison.removed.length;
    request.onProgress?.({ stage: "judging", done: counts.judged });
  }
  if (listed) for (const { code } of judging.sources) await confirmUnits(tx, judging.bench(code, now).units);
  await finish(tx, batch, gathered, counts, hash);
  return batch;
}

const resolver = (judging: Judging) => (source: string, word: string) =>
  judging.bench(source, null).units.resolve(word);

async function createAppending(
  tx: Transaction,
  profile: Profile,
  files: readonly FileCount[],
  batch: string,
  now: Instant,
): Promise<Appending> {
  let before = await rowsBefore(tx, profile.source);
  const places = files.map(({ table, last }) => {
    const place = { before, last };
    if (table.file.table === "events") before += last;
    return place;
  });
  const ensured = new Set<string>();
  let judging: Judging | null = null;
  const appending: Appending = {
    tx,
    profile,
    batch,
    now,
    files: places,
    resolveUnit: (source, word) => (judging ? resolver(judging)(source, word) : word),
    async ensureSource(code) {
      if (ensured.has(code)) return false;
      ensured.add(code);
      await upsertSource(tx, describeSource(profile, code), now);
      await recordKinds(tx, code, kindsByShape(profile));
      if (profile.shape !== "event") judging = await loadJudging(tx);
      return true;
    },
  };
  return appending;
}

async function finish(tx: Transaction, batch: string, gathered: Gathered, counts: Counts, hash: string): Promise<void> {
  await addFiles(
    tx,
    batch,
    gathered.files.map(({ table, last, rows, rejected }) => ({
      name: nameOfFile(table.file.path),
      role: table.file.table,
      sha256: table.file.sha256,
      profile_hash: hash,
      rows: table.file.table === "events" ? last : rows + rejected,
      rejected,
    })),
  );
  for (let start = 0; start < gathered.rejects.length; start += CHUNK_REJECTS)
    await addRejects(
      tx,
      batch,
      gathered.rejects
        .slice(start, start + CHUNK_REJECTS)
        .map((reject) => ({ ...reject, file: nameOfFile(reject.file) })),
    );
  await recountBatches(tx);
  await finishBatch(tx, batch, { ...counts, rejected: gathered.rejects.length });
}
