import type { Text } from "../shared/values";

export const PAPER_EVENT_KINDS = [
  "drafted",
  "rewritten",
  "readdressed",
  "submitted",
  "approved",
  "sent_back",
  "recalled",
  "issued",
  "withdrawn",
  "dropped",
  "corrected",
  "acknowledged",
  "replied",
  "reply_returned",
  "reminded",
] as const;
export type PaperEventKind = (typeof PAPER_EVENT_KINDS)[number];

export const PAPER_EVENT_TEXTS: Readonly<Record<PaperEventKind, Text>> = {
  drafted: { zh: "起草文书", en: "drafted the paper" },
  rewritten: { zh: "修改文稿", en: "changed the text" },
  readdressed: { zh: "调整主送单位或回复时限", en: "changed recipients or time to reply" },
  submitted: { zh: "送签", en: "submitted for sign-off" },
  approved: { zh: "签批同意", en: "approved" },
  sent_back: { zh: "退回修改", en: "sent back" },
  recalled: { zh: "撤回修改", en: "taken back to change it" },
  issued: { zh: "编号印发并送达", en: "numbered, issued and served" },
  withdrawn: { zh: "撤回文书", en: "withdrawn" },
  dropped: { zh: "作废文稿", en: "dropped" },
  corrected: { zh: "由新文书更正", en: "corrected by another paper" },
  acknowledged: { zh: "单位签收", en: "acknowledged by the unit" },
  replied: { zh: "单位回复", en: "answered by the unit" },
  reply_returned: { zh: "退回重报", en: "reply returned" },
  reminded: { zh: "催办", en: "reminded" },
};
