import { ApiError, type PaperAct, type PaperDetail, type PaperEventKind, requirePermission } from "@tianyan/api";
import { decidePaper, hasEnded, type PaperAction, type PaperState } from "@tianyan/core";
import { addPaperApproval, changePaperHead, countCaseChange, lapsePaperApprovals, readRecipients } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { loadCaseClock } from "../cases/case-clock";
import { tell } from "../cases/change";
import { stageOf } from "../cases/facts";
import type { Services } from "../services";
import { changePaper, type PaperInHand } from "./change";
import { problemsOf } from "./check";
import { isChecked, paperFacts } from "./facts";
import { issue } from "./issue";
import { refused } from "./refusal";
import { loadTexts, textNow } from "./text";

const TOLD: Readonly<Record<PaperAction, PaperEventKind>> = {
  submit: "submitted",
  approve: "approved",
  send_back: "sent_back",
  recall: "recalled",
  issue: "issued",
  withdraw: "withdrawn",
  drop: "dropped",
};

/** Moves a paper on, as the table of transitions allows. Throws with what stands in the way. */
export async function actOnPaper(services: Services, actor: Actor, id: string, act: PaperAct): Promise<PaperDetail> {
  requirePermission(actor, "papers.move");
  const { action, version, reason } = act;
  return changePaper(services, actor, id, version, async (hand) => {
    const { head } = hand;
    const to = await decided(hand, actor, act);
    if ((action === "submit" || action === "issue") && hasEnded(stageOf(hand.file))) throw new ApiError("case.ended");
    await carriedOut(hand, actor, { action, to, reason });
    const number = action === "issue" ? await issue(hand, actor) : null;
    const after = { state: to, ...(number === null ? {} : { number }) };
    return { kind: TOLD[action], reason, before: { state: head.state }, after };
  });
}

async function decided({ tx, head, file, at }: PaperInHand, actor: Actor, act: PaperAct): Promise<PaperState> {
  const texts = await loadTexts(tx, head.id);
  const text = textNow(texts, head);
  const clock = await loadCaseClock(tx, at);
  const problems = text && isChecked(head) ? await problemsOf(tx, text, { file, head, clock, issuing: false }) : [];
  const known = { recipients: await readRecipients(tx, [head.id]), texts, failures: problems.length };
  const facts = await paperFacts(tx, head, actor, known);
  const outcome = decidePaper(facts, { action: act.action, post: actor.post, reason: act.reason });
  if (outcome.ok) return outcome.to;
  throw refused(outcome, problems);
}

/** What the step itself leaves behind; what goes out is numbered and served apart. */
async function carriedOut(
  { tx, head, file, at }: PaperInHand,
  actor: Actor,
  { action, to, reason }: { readonly action: PaperAction; readonly to: PaperState; readonly reason: string },
): Promise<void> {
  const { account, name: author } = actor;
  if (action === "approve" || action === "send_back") {
    const verdict = action === "approve" ? "approved" : "sent_back";
    await addPaperApproval(tx, head.id, { text_no: head.text_no, verdict, account, author, reason, at });
  }
  if (to === "draft") await lapsePaperApprovals(tx, head.id, at);
  if (action === "issue") return;
  await changePaperHead(tx, head, { state: to, ...(action === "submit" ? { submitted_account: account } : {}) });
  if (action !== "withdraw") return;
  await countCaseChange(tx, file.id);
  const after = { number: head.number };
  await tell(tx, actor, file.id, { kind: "paper_withdrawn", reason, after }, at);
}
