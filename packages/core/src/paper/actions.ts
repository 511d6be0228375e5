import type { Bilingual } from "../rules/text";

/** What moves a paper from state to state. */
export const PAPER_ACTIONS = ["submit", "approve", "send_back", "recall", "issue", "withdraw", "drop"] as const;
export type PaperAction = (typeof PAPER_ACTIONS)[number];

export const PAPER_ACTION_TEXTS: Readonly<Record<PaperAction, Bilingual>> = {
  submit: { zh: "送签", en: "Submit" },
  approve: { zh: "签批同意", en: "Approve" },
  send_back: { zh: "退回修改", en: "Send back" },
  recall: { zh: "撤回修改", en: "Take back to change it" },
  issue: { zh: "印发", en: "Issue" },
  withdraw: { zh: "撤回文书", en: "Withdraw" },
  drop: { zh: "作废", en: "Drop" },
};

/** What moves a paper on at a unit that it was served to. */
export const RECEIPT_ACTIONS = ["acknowledge", "reply", "return_reply", "remind"] as const;
export type ReceiptAction = (typeof RECEIPT_ACTIONS)[number];

export const RECEIPT_ACTION_TEXTS: Readonly<Record<ReceiptAction, Bilingual>> = {
  acknowledge: { zh: "签收", en: "Acknowledge" },
  reply: { zh: "回复", en: "Reply" },
  return_reply: { zh: "退回重报", en: "Return the reply" },
  remind: { zh: "催办", en: "Remind" },
};
