import { parametersDocument } from "@tianyan/api";
import type { Parameters } from "@tianyan/core";
import {
  addParameterVersion,
  currentGeneration,
  keepImportsOut,
  nextKeys,
  type OrderKey,
  pointToGeneration,
  readParameterVersions,
  type Transaction,
  writeByKey,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { applyAsGeneration, type JudgementIds } from "../judging/apply";
import { compareOrders } from "../judging/compare";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";

export interface ReplayRequest {
  /** Judge every order by these, and record them as the version in force; absent: by the versions on record. */
  readonly parameters?: Parameters | undefined;
  /** Say what would change, write nothing. */
  readonly dryRun: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface ReplaySummary {
  readonly orders: number;
  readonly events: number;
  readonly findings: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly generation: string;
  readonly dry_run: boolean;
  readonly seconds: number;
}

const CHUNK = 1_000;

/** Thrown to leave the transaction of a dry run without a trace. */
class DryRun extends Error {}

/** Judges the whole database again; the difference becomes a new generation that readers see at once, whole. */
export async function replayAll(services: Services, actor: Actor, request: ReplayRequest): Promise<ReplaySummary> {
  const began = performance.now();
  const counts = { orders: 0, events: 0, findings: 0, added: 0, changed: 0, removed: 0 };
  let generation = "";
  try {
    await services.work.sql.begin(async (tx) => {
      generation = await replayIn(tx, services, actor, request, counts);
      if (request.dryRun) throw new DryRun();
      const subject = { type: "generation", id: generation };
      const version = request.parameters ? (await readParameterVersions(tx)).at(-1)?.id : undefined;
      if (version !== undefined) {
        const told = { subject: { type: "parameters", id: version }, outcome: "done" } as const;
        await record(tx, actor, { action: "parameters.recorded", ...told });
      }
      await record(tx, actor, { action: "replay.done", subject, after: counts, outcome: "done" });
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  const seconds = Math.round(performance.now() - began) / 1000;
  return { ...counts, generation, dry_run: request.dryRun, seconds };
}

async function replayIn(
  tx: Transaction,
  services: Services,
  actor: Actor,
  { parameters, signal, dryRun }: ReplayRequest,
  counts: { orders: number; events: number; findings: number; added: number; changed: number; removed: number },
): Promise<string> {
  const now = services.now();
  if (parameters) {
    const document = parametersDocument(parameters);
    const version = {
      document,
      author: actor.name,
      reason: "tianyan replay --rules",
      effectiveAt: "-infinity",
    } as const;
    await addParameterVersion(tx, version, now);
  }
  // Imports wait: they would judge by what is about to be replaced.
  await keepImportsOut(tx);
  await writeByKey(tx);
  const judging = await loadJudging(tx);
  const before = await currentGeneration(tx);
  const next = String(BigInt(before) + 1n);
  const ids: JudgementIds = new Map();
  let last: OrderKey | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const rows: readonly { source: string; order_id: string }[] = await nextKeys(tx, last, CHUNK, null);
    const keys = rows.map((row) => ({ source: row.source, orderId: row.order_id }));
    last = keys.at(-1) ?? null;
    if (last === null) break;
    const comparison = await compareOrders(tx, judging, keys, before);
    if (!dryRun) await applyAsGeneration(tx, comparison, next, ids, now);
    counts.orders += comparison.orders;
    counts.events += comparison.events;
    counts.findings += comparison.findings;
    counts.added += comparison.added.length;
    counts.changed += comparison.changed.length;
    counts.removed += comparison.removed.length;
  }
  if (counts.added + counts.changed + counts.removed === 0) return before;
  await pointToGeneration(tx, next);
  return next;
}
