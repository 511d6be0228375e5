import type { PaperDocument } from "@tianyan/api";
import { instant } from "@tianyan/core";
import {
  addPaperText,
  changePaperHead,
  countCaseChange,
  countPaperChange,
  lockPaper,
  nextPaperNumber,
  readPaperApprovals,
  readRecipients,
  serveRecipients,
} from "@tianyan/db";
import { dateAt, factTable, numberText, type PaperNumber } from "@tianyan/papers";
import type { Actor } from "../../auth/actor";
import { type CaseClock, loadCaseClock } from "../cases/case-clock";
import { tell } from "../cases/change";
import { factsOfCase } from "./case-facts";
import { type PaperInHand, tellOfPaper } from "./change";
import { problemsOf } from "./check";
import { refused } from "./refusal";
import { replyOf, withReply } from "./reply";
import { loadTemplates } from "./templates";
import { loadTexts, requireText } from "./text";

/**
 * Numbers the paper, dates it, checks what is to go out once more, and serves it to its units; answers the number. Nobody else gets a
 * number of the kind before this transaction ends, so that one that fails leaves no gap.
 */
export async function issue(hand: PaperInHand, actor: Actor): Promise<string> {
  const { tx, head, file, at } = hand;
  const clock = await loadCaseClock(tx, at);
  const { text, number } = await finalText(hand, clock);
  const problems = await problemsOf(tx, text, { file, head, clock, issuing: true });
  if (problems.length > 0) throw refused({ ok: false, why: "guarded", refusals: problems });
  await addPaperText(tx, head.id, text, { account: actor.account, author: actor.name, at });
  const told = numberText(number);
  const dueOn = replyOf(head.reply_days, clock)?.by ?? null;
  await changePaperHead(tx, head, {
    ...number,
    state: "issued",
    number: told,
    sent_on: clock.today,
    issued_by: actor.name,
    issued_at: at,
  });
  await serveRecipients(tx, head.id, dueOn, at);
  await correctOld(hand, actor, told);
  const units = (await readRecipients(tx, [head.id])).map(({ unit }) => unit);
  await countCaseChange(tx, file.id);
  const after = { paper: head.id, kind: head.kind, number: told, units, answer_by: dueOn };
  await tell(tx, actor, file.id, { kind: "paper_added", after }, at);
  return told;
}

/** What was signed, with its number, its dates, and the time to reply as counted from today. */
async function finalText(
  { tx, head, file }: PaperInHand,
  clock: CaseClock,
): Promise<{ readonly text: PaperDocument; readonly number: PaperNumber }> {
  const signed = requireText(await loadTexts(tx, head.id), head);
  const { mark } = (await loadTemplates(tx))[signed.kind];
  const number = { mark, year: clock.year, no: await nextPaperNumber(tx, signed.kind, clock.year) };
  const { facts } = await factsOfCase(tx, file, clock, clock.at);
  const table = factTable(facts, replyOf(head.reply_days, clock));
  // A paper bears the day on which the leader signed who was the last that had to.
  const [last] = (await readPaperApprovals(tx, head.id)).filter(({ lapsed_at }) => lapsed_at === null);
  const date = last ? dateAt(instant(last.at), facts.zone) : clock.today;
  return { text: { ...withReply(signed, table), number, date, printedOn: clock.today }, number };
}

/** The paper that this one corrects is in force no more. */
async function correctOld({ tx, head, at }: PaperInHand, actor: Actor, number: string): Promise<void> {
  const old = head.corrects === null ? null : await lockPaper(tx, head.corrects);
  if (!old) return;
  await changePaperHead(tx, old, { state: "corrected" });
  await countPaperChange(tx, old.id);
  const told = { kind: "corrected", before: { state: old.state }, after: { state: "corrected", by: number } } as const;
  await tellOfPaper(tx, actor, old.id, told, at);
}
