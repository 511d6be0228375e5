import {
  deleteFindings,
  endFindings,
  insertFindings,
  judgementId,
  type NewFinding,
  replaceLegs,
  replaceVerdicts,
  type Transaction,
  updateFindings,
  writeOrderStates,
  writeTallies,
} from "@tianyan/db";
import type { Comparison, FoundFinding } from "./compare";

/** Ids of judgements by hash, for the length of a transaction. */
export type JudgementIds = Map<string, string>;

async function named<T extends FoundFinding>(
  tx: Transaction,
  findings: readonly T[],
  ids: JudgementIds,
  now: number,
): Promise<(T & NewFinding)[]> {
  const result: (T & NewFinding)[] = [];
  for (const finding of findings) {
    const { hash, version } = finding.bench;
    const judgement = ids.get(hash) ?? (await judgementId(tx, hash, version, now));
    ids.set(hash, judgement);
    result.push({ ...finding, judgement });
  }
  return result;
}

async function applyStates(tx: Transaction, comparison: Comparison): Promise<void> {
  await writeOrderStates(tx, comparison.states);
  await replaceLegs(tx, comparison.courseOrders, comparison.course.legs);
  await replaceVerdicts(tx, comparison.courseOrders, comparison.course.verdicts);
  await writeTallies(tx, comparison.course.tallies);
}

/** Writes the difference into the generation that readers see; they see it with the transaction. */
export async function applyInPlace(
  tx: Transaction,
  comparison: Comparison,
  generation: string,
  ids: JudgementIds,
  now: number,
): Promise<void> {
  await applyStates(tx, comparison);
  await deleteFindings(
    tx,
    comparison.removed.map(({ id }) => id),
  );
  await updateFindings(tx, await named(tx, comparison.changed, ids, now));
  await writeFindings(tx, comparison.added, generation, ids, now);
}

/** Adds findings from `generation` on. */
export async function writeFindings(
  tx: Transaction,
  findings: readonly FoundFinding[],
  generation: string,
  ids: JudgementIds,
  now: number,
): Promise<void> {
  await insertFindings(tx, await named(tx, findings, ids, now), generation, now);
}

/** Writes the difference as part of `generation`, which readers do not see yet; what is equal is not touched. */
export async function applyAsGeneration(
  tx: Transaction,
  comparison: Comparison,
  generation: string,
  ids: JudgementIds,
  now: number,
): Promise<void> {
  await applyStates(tx, comparison);
  const ended = [...comparison.removed, ...comparison.changed].map(({ id }) => id);
  await endFindings(tx, ended, generation);
  await insertFindings(tx, await named(tx, [...comparison.changed, ...comparison.added], ids, now), generation, now);
}
