import type { Bilingual } from "../rules/text";

/** Where a paper stands. */
export const PAPER_STATES = ["draft", "submitted", "approved", "issued", "corrected", "withdrawn", "dropped"] as const;
export type PaperState = (typeof PAPER_STATES)[number];

export const PAPER_STATE_TEXTS: Readonly<Record<PaperState, Bilingual>> = {
  draft: { zh: "起草", en: "Draft" },
  submitted: { zh: "待签批", en: "Waiting for sign-off" },
  approved: { zh: "已签批待印发", en: "Signed off" },
  issued: { zh: "已印发", en: "Issued" },
  corrected: { zh: "已更正", en: "Corrected" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
  dropped: { zh: "已作废", en: "Dropped" },
};

/** States in which a paper has left the house: its number, text and recipients are fixed. */
export const LEFT_STATES = ["issued", "corrected", "withdrawn"] as const satisfies readonly PaperState[];

export const hasLeft = (state: PaperState): boolean => (LEFT_STATES as readonly PaperState[]).includes(state);

/** How a unit that a paper was served to stands. */
export const RECEIPT_STATES = ["served", "acknowledged", "replied"] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

export const RECEIPT_STATE_TEXTS: Readonly<Record<ReceiptState, Bilingual>> = {
  served: { zh: "已送达", en: "Served" },
  acknowledged: { zh: "已签收", en: "Acknowledged" },
  replied: { zh: "已回复", en: "Replied" },
};
