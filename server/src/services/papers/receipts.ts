import {
  ApiError,
  type PaperDetail,
  type PaperEventKind,
  permitted,
  type ReceiptAct,
  requirePermission,
} from "@tianyan/api";
import { decideReceipt, type ReceiptAction, type ReceiptState } from "@tianyan/core";
import { changeRecipient, countCaseChange, type RecipientChange, type RecipientRow, readRecipients } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { type CaseClock, loadCaseClock } from "../cases/case-clock";
import { tell } from "../cases/change";
import type { Services } from "../services";
import { changePaper, type PaperInHand, type PaperTold } from "./change";
import { refused } from "./refusal";
import { stateOf } from "./rows";

const TOLD: Readonly<Record<ReceiptAction, PaperEventKind>> = {
  acknowledge: "acknowledged",
  reply: "replied",
  return_reply: "reply_returned",
  remind: "reminded",
};

interface Which {
  readonly id: string;
  /** Of the receipt. */
  readonly entry: string;
}

/** A unit acknowledges or answers; the liaison officer reminds it, records what came on paper, or returns what is not enough. */
export async function actOnReceipt(
  services: Services,
  actor: Actor,
  { id, entry }: Which,
  act: ReceiptAct,
): Promise<PaperDetail> {
  requirePermission(actor, "papers.reply");
  const mine = await asActor(services, permitted(actor, "papers.read"), async ({ db }) =>
    (await readRecipients(db.sql, [id])).some((one) => one.id === entry),
  );
  if (!mine) throw new ApiError("paper.receipt_not_found");
  return changePaper(services, actor, id, null, (hand) => carriedOut(hand, actor, entry, act));
}

async function carriedOut(hand: PaperInHand, actor: Actor, entry: string, act: ReceiptAct): Promise<PaperTold> {
  const { tx, head, file, at } = hand;
  const row = (await readRecipients(tx, [head.id])).find((one) => one.id === entry);
  if (!row || row.state === null) throw new ApiError("paper.receipt_not_found");
  const reason = act.action === "return_reply" ? act.reason : "";
  const facts = { paper: stateOf(head), state: row.state, replyAsked: row.due_on !== null };
  const decided = decideReceipt(facts, { action: act.action, post: actor.post, reason });
  if (!decided.ok) throw refused(decided);
  const clock = await loadCaseClock(tx, at);
  await changeRecipient(tx, row, { state: decided.to, ...changeOf(act, { row, actor, clock, sentOn: head.sent_on }) });
  if (act.action === "reply" || act.action === "return_reply") await countCaseChange(tx, file.id);
  if (act.action === "reply") {
    const after = { paper: head.id, number: head.number, unit: row.unit };
    await tell(tx, actor, file.id, { kind: "paper_answered", after }, at);
  }
  const [before, after] = [told(row, row.state), told(row, decided.to)];
  return { kind: TOLD[act.action], reason, before, after };
}

const told = ({ id, unit }: RecipientRow, state: ReceiptState) => ({ id, unit, state });

interface Setting {
  readonly row: RecipientRow;
  readonly actor: Actor;
  readonly clock: CaseClock;
  readonly sentOn: string | null;
}

function changeOf(act: ReceiptAct, { row, actor, clock, sentOn }: Setting): RecipientChange {
  const acknowledged = {
    acknowledged_by: row.acknowledged_by ?? actor.name,
    acknowledged_at: row.acknowledged_at ?? clock.at,
  };
  switch (act.action) {
    case "acknowledge":
      return acknowledged;
    case "reply": {
      // A unit replies when it replies; of what came on paper somebody says when it came.
      const on = actor.post === "unit_contact" ? clock.today : (act.on ?? clock.today);
      if (on > clock.today || (sentOn !== null && on < sentOn)) throw new ApiError("paper.reply_date");
      return { ...acknowledged, reply: act.reply, replied_on: on, replied_by: actor.name, returned: null };
    }
    case "return_reply":
      return {
        replied_on: null,
        replied_by: null,
        returned: act.reason,
        due_on: clock.dateAfter(act.working_days),
      };
    case "remind":
      return { reminded: row.reminded + 1, reminded_at: clock.at };
  }
}
