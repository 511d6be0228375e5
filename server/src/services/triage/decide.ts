import { ApiError, type Decide, type Decided, requirePermission } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import {
  addDecisions,
  currentGeneration,
  type DecisionRow,
  decideAlone,
  decisionsOfAct,
  type FindingKey,
  type FindingToDecide,
  findingsToDecide,
  keyText,
  type NewAct,
  type Transaction,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { record } from "../audit/record";
import { inChange } from "../in-change";
import { readInstant } from "../instants";
import type { Services } from "../services";
import { changedBy } from "./changed";
import { decidedNow } from "./decided";
import { levelNow, rankOf } from "./item";

const textOf = ({ source, orderId, key }: FindingKey): string => `${keyText({ source, orderId })}|${key}`;
const keyOf = (row: { source: string; order_id: string; key: string }): FindingKey => ({
  source: row.source,
  orderId: row.order_id,
  key: row.key,
});

/**
 * Decides about findings in scope, as one act: all of them or none. An act that was done already is told again. Throws ApiError where a
 * finding is not there, or somebody decided about one since it was seen.
 */
export async function decideFindings(services: Services, actor: Actor, given: Decide): Promise<Decided> {
  requirePermission(actor, "findings.decide");
  const { account } = actor;
  if (account === null) throw new ApiError("permission.denied");
  const asked = given.findings.map((finding) => ({ ...keyOf(finding), seen: finding.seen }));
  const keys = [...new Map(asked.map((key) => [textOf(key), key])).values()];
  await asActor(services, actor, async ({ db }) => {
    const found = await findingsToDecide(db.sql, keys, await currentGeneration(db.sql), { kept: false });
    if (found.length < keys.length) throw new ApiError("triage.finding_not_found");
  });
  const at = services.now();
  const act = actOf(given, account, actor.name);
  await inChange(services.work, async (tx) => {
    await decideAlone(tx);
    if (doneBefore(await decisionsOfAct(tx, given.act), act, keys)) return;
    const found = await findingsToDecide(tx, keys, await currentGeneration(tx), { kept: true });
    if (found.length < keys.length) throw new ApiError("triage.finding_not_found");
    const seen = new Map(keys.map((key) => [textOf(key), key.seen]));
    const other = found.find((row) => row.latest !== seen.get(textOf(keyOf(row))));
    if (other) throw changedBy(other.latest_author, other.latest_at);
    if (!found.every((finding) => canBeWatched(finding, act, at))) throw new ApiError("triage.until_passed");
    await recordAct(tx, actor, act, found, at);
  });
  return decidedNow(services, actor, given.act);
}

/** Writes an act about findings that were checked, and tells the trail of it. */
export async function recordAct(
  tx: Transaction,
  actor: Actor,
  act: NewAct,
  found: readonly FindingToDecide[],
  at: Instant,
): Promise<void> {
  const ids = found.map(({ id }) => id);
  await addDecisions(tx, act, ids, at);
  const findings = found.map((row) => `${row.source}/${row.order_id}/${row.key}`).sort();
  const { kind, reason, watchUntil, watchLevel } = act;
  await record(tx, actor, {
    action: "triage.decided",
    subject: { type: "act", id: act.act },
    after: { kind, reason, until: watchUntil, until_level: watchLevel, findings },
    outcome: "done",
  });
}

function actOf({ act, kind, reason, text, until }: Decide, account: string, author: string): NewAct {
  const level = until === "yellow" || until === "orange" || until === "red" ? until : null;
  const instant = until === undefined || level !== null ? null : readInstant(until);
  return {
    act,
    kind,
    reason: reason ?? null,
    text: text || null,
    watchUntil: instant,
    watchLevel: level === null ? null : rankOf(level),
    account,
    author,
  };
}

/** Throws ApiError where another act had this id. */
function doneBefore(rows: readonly DecisionRow[], { kind, account }: NewAct, keys: readonly FindingKey[]): boolean {
  if (rows.length === 0) return false;
  const before = new Set(rows.map((row) => textOf(keyOf(row))));
  const same = rows.every((row) => row.kind === kind && row.account === account && row.undone_at === null);
  if (!same || before.size !== keys.length || keys.some((key) => !before.has(textOf(key))))
    throw new ApiError("triage.act_reused");
  return true;
}

/** What is watched until then is not there yet. */
const canBeWatched = (finding: FindingToDecide, { watchUntil, watchLevel }: NewAct, at: Instant): boolean =>
  (watchUntil === null || watchUntil > at) && (watchLevel === null || levelNow(finding, at) < watchLevel);
