import type { PaperDocument, Text } from "@tianyan/api";
import { instant } from "@tianyan/core";
import type { CaseHead, OrderKey, PaperHead, Transaction } from "@tianyan/db";
import { checkPaper, factTable, type Place } from "@tianyan/papers";
import type { CaseClock } from "../cases/case-clock";
import { factsOfCase } from "./case-facts";
import { replyOf, withReply } from "./reply";
import { loadTemplates } from "./templates";

/** What stops a text from going out, and where. */
export interface TextProblem extends Text {
  readonly code: string;
  readonly place: Place;
}

interface Checking {
  readonly file: Pick<CaseHead, "id" | "year" | "no">;
  readonly head: Pick<PaperHead, "reply_days" | "facts_at">;
  readonly clock: CaseClock;
  /** Number and dates have to be there. */
  readonly issuing: boolean;
}

/**
 * What stops the text from going out: whether it agrees with the case as of when its facts were taken, and whether something happened
 * since. The time to reply counts from the day of issue, and is taken as it would be today.
 */
export async function problemsOf(
  tx: Transaction,
  text: PaperDocument,
  { file, head, clock, issuing }: Checking,
): Promise<readonly TextProblem[]> {
  const { facts, names, moved } = await factsOfCase(tx, file, clock, instant(head.facts_at ?? clock.at));
  const units = names.units.map(({ code, name, aliases }) => ({ code, name, aliases }));
  const reply = replyOf(head.reply_days, clock);
  const dated = withReply(text, factTable(facts, reply));
  const { wording } = (await loadTemplates(tx))[text.kind];
  return [...checkPaper(dated, facts, { units, reply, wording, issuing }), ...moved.map(movedOn)];
}

const movedOn = ({ orderId }: OrderKey): TextProblem => ({
  code: "paper.order_moved_on",
  zh: `工单 ${orderId} 在取数后有新的办理记录，请更新文稿中的事实`,
  en: `Something happened to order ${orderId} after its facts were taken: refresh the facts of the text`,
  place: { part: "body", index: 0, start: 0, end: 0 },
});
