import type { PaperAction, ReceiptAction } from "./actions";
import type { PaperGuardName, ReceiptGuardName } from "./guards";
import type { PaperState, ReceiptState } from "./states";

/** Posts that have to do with papers. */
export const PAPER_POSTS = ["inspector", "liaison", "leader", "unit_contact"] as const;
export type PaperPost = (typeof PAPER_POSTS)[number];

interface Way<Action, State, Guard> {
  readonly action: Action;
  readonly from: readonly State[];
  readonly to: State;
  readonly posts: readonly PaperPost[];
  readonly guards: readonly Guard[];
  readonly reason: boolean;
}

export type PaperTransition = Way<PaperAction, PaperState, PaperGuardName>;
export type ReceiptTransition = Way<ReceiptAction, ReceiptState, ReceiptGuardName>;

const WRITERS = ["inspector", "liaison"] as const;
const SENDERS = ["liaison"] as const;
const SIGNERS = ["leader"] as const;

/**
 * Every way of a paper; an action has one way out of a state at most. `approve` leads to `approved` with the last approval that is
 * needed, and leaves the paper `submitted` until then. That a paper becomes `corrected` comes of issuing the one that corrects it.
 */
export const PAPER_TRANSITIONS: readonly PaperTransition[] = [
  {
    action: "submit",
    from: ["draft"],
    to: "submitted",
    posts: WRITERS,
    guards: ["has_recipient", "text_checked", "corrects_standing"],
    reason: false,
  },
  {
    action: "approve",
    from: ["submitted"],
    to: "approved",
    posts: SIGNERS,
    guards: ["not_own", "not_twice"],
    reason: false,
  },
  { action: "send_back", from: ["submitted", "approved"], to: "draft", posts: SIGNERS, guards: [], reason: true },
  { action: "recall", from: ["submitted", "approved"], to: "draft", posts: WRITERS, guards: [], reason: true },
  {
    action: "issue",
    from: ["approved"],
    to: "issued",
    posts: SENDERS,
    guards: ["has_recipient", "signed_off", "text_checked", "corrects_standing"],
    reason: false,
  },
  { action: "withdraw", from: ["issued"], to: "withdrawn", posts: SIGNERS, guards: [], reason: true },
  { action: "drop", from: ["draft"], to: "dropped", posts: WRITERS, guards: [], reason: true },
];

/** Every way of a receipt. A reply that came on paper is recorded by the liaison officer. */
export const RECEIPT_TRANSITIONS: readonly ReceiptTransition[] = [
  {
    action: "acknowledge",
    from: ["served"],
    to: "acknowledged",
    posts: ["unit_contact"],
    guards: ["in_force"],
    reason: false,
  },
  {
    action: "reply",
    from: ["served", "acknowledged"],
    to: "replied",
    posts: ["unit_contact", "liaison"],
    guards: ["in_force", "reply_asked"],
    reason: false,
  },
  {
    action: "return_reply",
    from: ["replied"],
    to: "acknowledged",
    posts: SENDERS,
    guards: ["in_force", "reply_asked"],
    reason: true,
  },
  {
    action: "remind",
    from: ["served"],
    to: "served",
    posts: SENDERS,
    guards: ["in_force", "reply_asked"],
    reason: false,
  },
  {
    action: "remind",
    from: ["acknowledged"],
    to: "acknowledged",
    posts: SENDERS,
    guards: ["in_force", "reply_asked"],
    reason: false,
  },
];
