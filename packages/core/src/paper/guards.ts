import type { Bilingual } from "../rules/text";
import type { PaperFacts, ReceiptFacts } from "./facts";
import { approvalsNeeded } from "./kinds";

type Guard<F> = (facts: F) => Bilingual | null;

/** Each says what is still to be done, or null. */
export const PAPER_GUARDS = {
  has_recipient: ({ recipients }) =>
    recipients > 0 ? null : { zh: "没有主送单位，请先选定", en: "It goes to nobody: name the unit that it is for" },
  text_checked: ({ failures }) =>
    failures === 0
      ? null
      : {
          zh: `文稿校核有 ${failures} 处不符，请逐项改正`,
          en: `The check of the text found ${failures === 1 ? "1 thing" : `${failures} things`} to put right`,
        },
  not_own: ({ own }) =>
    own
      ? {
          zh: "不能签批本人起草或送签的文书，请由其他领导签批",
          en: "Nobody approves a paper of their own: another leader has to",
        }
      : null,
  not_twice: ({ approvedByActor }) =>
    approvedByActor
      ? {
          zh: "您已签批同意，点名通报须由另一位领导再签批",
          en: "You approved it already: what names somebody takes another leader too",
        }
      : null,
  signed_off: ({ naming, approvals }) => {
    const missing = approvalsNeeded(naming) - approvals;
    return missing <= 0 ? null : { zh: `尚缺 ${missing} 位领导签批`, en: `${missing} approval of a leader is missing` };
  },
  corrects_standing: ({ correctsEnded }) =>
    correctsEnded
      ? {
          zh: "所更正的文书已撤回或已另行更正，请作废本文稿",
          en: "The paper to be corrected was withdrawn or corrected meanwhile: drop this draft",
        }
      : null,
} as const satisfies Readonly<Record<string, Guard<PaperFacts>>>;

export type PaperGuardName = keyof typeof PAPER_GUARDS;

export const RECEIPT_GUARDS = {
  in_force: ({ paper }) =>
    paper === "issued"
      ? null
      : {
          zh: "文书已撤回或更正，不再办理",
          en: "The paper was withdrawn or corrected: nothing is done on it any more",
        },
  reply_asked: ({ replyAsked }) =>
    replyAsked
      ? null
      : { zh: "这份文书不要求回复，签收即可", en: "No reply is asked for: to acknowledge it is enough" },
} as const satisfies Readonly<Record<string, Guard<ReceiptFacts>>>;

export type ReceiptGuardName = keyof typeof RECEIPT_GUARDS;
