import { ApiError, type PaperDetail, type PaperEventKind } from "@tianyan/api";
import { type Instant, instant, isoInstant } from "@tianyan/core";
import {
  addPaperEvent,
  type CaseHead,
  countPaperChange,
  lockCase,
  lockPaper,
  type PaperHead,
  readPaperEvents,
  readPaperHead,
  type Transaction,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { record } from "../audit/record";
import type { Services } from "../services";
import { paperDetail } from "./read";

/** What became of a paper, for its timeline and the audit trail: ids, counts and words of ours, never its text. */
export interface PaperTold {
  readonly kind: PaperEventKind;
  readonly reason?: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** A paper under change, with its case: nobody else changes either meanwhile. */
export interface PaperInHand {
  readonly tx: Transaction;
  readonly head: PaperHead;
  readonly file: CaseHead;
  readonly at: Instant;
}

/**
 * Changes a paper in sight: one transaction for the change, its line of the timeline and its record. The case is held first, so that it
 * does not move on what was so before. `seen` is the version that the change was made on; null: it needs none.
 */
export async function changePaper(
  services: Services,
  actor: Actor,
  id: string,
  seen: number | null,
  change: (hand: PaperInHand) => Promise<PaperTold>,
): Promise<PaperDetail> {
  const inSight = await asActor(services, actor, ({ db }) => readPaperHead(db.sql, id));
  if (!inSight) throw new ApiError("paper.not_found");
  const at = services.now();
  await services.work.sql.begin(async (tx) => {
    const file = await lockCase(tx, inSight.case_id);
    const head = await lockPaper(tx, id);
    if (!file || !head) throw new ApiError("paper.not_found");
    if (seen !== null && seen !== head.version) throw await changedSince(tx, id);
    const told = await change({ tx, head, file, at });
    await countPaperChange(tx, id);
    await tellOfPaper(tx, actor, id, told, at);
  });
  return paperDetail(services, actor, id);
}

/** Writes the line of the timeline, and last the record. */
export async function tellOfPaper(
  tx: Transaction,
  actor: Actor,
  id: string,
  told: PaperTold,
  at: Instant,
): Promise<void> {
  const { kind, reason = "", before = null, after = null } = told;
  const { account, name, post } = actor;
  await addPaperEvent(tx, id, { kind, account, actor: name, post, reason, before, after }, at);
  await record(tx, actor, {
    action: `paper.${kind}`,
    subject: { type: "paper", id },
    before,
    after: reason === "" ? after : { ...after, reason },
    outcome: "done",
  });
}

/** Tells who was first, and when. */
async function changedSince(tx: Transaction, id: string): Promise<ApiError> {
  const [last] = await readPaperEvents(tx, id);
  if (!last) return new ApiError("paper.changed");
  const at = isoInstant(instant(last.at));
  return new ApiError("paper.changed", {
    detail: { zh: `${last.actor} 于 ${at} 更新`, en: `changed by ${last.actor} at ${at}` },
  });
}
