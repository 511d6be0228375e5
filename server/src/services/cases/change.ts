import { ApiError, type CaseDetail, type CaseEventKind } from "@tianyan/api";
import { hasEnded, type Instant, instant, isoInstant } from "@tianyan/core";
import {
  addCaseEvent,
  type CaseHead,
  countCaseChange,
  lockCase,
  readCaseHead,
  readLastChange,
  type Transaction,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { record } from "../audit/record";
import { inChange } from "../in-change";
import type { Services } from "../services";
import { stageOf } from "./facts";
import { caseDetail } from "./read";

/** What became of a case, for its timeline and the audit trail: ids, counts and words of ours, never of whom. */
export interface CaseChange {
  readonly kind: CaseEventKind;
  readonly reason?: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** A case under change: nobody else changes it meanwhile. */
export interface CaseInHand {
  readonly tx: Transaction;
  readonly head: CaseHead;
  readonly at: Instant;
}

export interface ChangeSetting {
  /** Version that the change was made on; null: it takes nothing away from anybody. */
  readonly seen: number | null;
  /** Also of a case that has ended. */
  readonly ended?: boolean;
}

/**
 * Changes a case in sight: one transaction for the change, its line of the timeline and its record. Of two who change it at once
 * the second is told who was first. Answers the case afterwards.
 */
export async function changeCase(
  services: Services,
  actor: Actor,
  id: string,
  { seen, ended = false }: ChangeSetting,
  change: (hand: CaseInHand) => Promise<CaseChange>,
): Promise<CaseDetail> {
  await requireSight(services, actor, id);
  const at = services.now();
  await inChange(services.work, async (tx) => {
    const head = await lockCase(tx, id);
    if (!head) throw new ApiError("case.not_found");
    if (seen !== null && seen !== head.version) throw await changedSince(tx, id);
    if (!ended && hasEnded(stageOf(head))) throw new ApiError("case.ended");
    const told = await change({ tx, head, at });
    if (seen !== null) await countCaseChange(tx, id);
    await tell(tx, actor, id, told, at);
  });
  return caseDetail(services, actor, id);
}

/** Writes the line of the timeline, and last the record. */
export async function tell(tx: Transaction, actor: Actor, id: string, told: CaseChange, at: Instant): Promise<void> {
  const { kind, reason = "", before = null, after = null } = told;
  const { account, name, post } = actor;
  await addCaseEvent(tx, id, { kind, account, actor: name, post, reason, before, after }, at);
  await record(tx, actor, {
    action: `case.${kind}`,
    subject: { type: "case", id },
    before,
    after: reason === "" ? after : { ...after, reason },
    outcome: "done",
  });
}

/** Throws where there is no such case for the actor. */
async function requireSight(services: Services, actor: Actor, id: string): Promise<void> {
  const head = await asActor(services, actor, ({ db }) => readCaseHead(db.sql, id));
  if (!head) throw new ApiError("case.not_found");
}

/** Tells who was first, and when. */
async function changedSince(tx: Transaction, id: string): Promise<ApiError> {
  const last = await readLastChange(tx, id);
  if (!last) return new ApiError("case.changed");
  const at = isoInstant(instant(last.at));
  return new ApiError("case.changed", {
    detail: { zh: `${last.actor} 于 ${at} 更新`, en: `changed by ${last.actor} at ${at}` },
  });
}
