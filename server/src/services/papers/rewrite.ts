import {
  ApiError,
  type PaperDetail,
  type PaperDocument,
  type ReaddressPaper,
  type RewritePaper,
  requirePermission,
} from "@tianyan/api";
import { addPaperText, changePaperHead, type PaperHead, readRecipients, setRecipients } from "@tianyan/db";
import { factTable, relink, type Span, spansText } from "@tianyan/papers";
import type { Actor } from "../../auth/actor";
import { loadCaseClock } from "../cases/case-clock";
import type { Services } from "../services";
import { factsOfCase } from "./case-facts";
import { changePaper } from "./change";
import { requireRecipients } from "./draft";
import { refilled, replyOf } from "./reply";
import { loadTexts, requireText } from "./text";

function requireDraft({ state }: PaperHead): void {
  if (state !== "draft") throw new ApiError("paper.not_draft");
}

/** Changes the text of a draft; what it was is kept beside it. Kind, number and dates are the house's. */
export async function rewritePaper(
  services: Services,
  actor: Actor,
  id: string,
  { version, text }: RewritePaper,
): Promise<PaperDetail> {
  requirePermission(actor, "papers.write");
  return changePaper(services, actor, id, version, async ({ tx, head, at }) => {
    requireDraft(head);
    const before = requireText(await loadTexts(tx, id), head);
    requireUntouched(before, text);
    await changePaperHead(tx, head, { title: spansText(text.title), naming: text.naming });
    const linked = relinked(before, text);
    const no = await addPaperText(tx, id, linked, { account: actor.account, author: actor.name, at });
    return {
      kind: "rewritten",
      before: { text: head.text_no, naming: head.naming },
      after: { text: no, naming: text.naming },
    };
  });
}

/** What was filled in and stayed as it was keeps its fact, in whichever paragraph somebody put it as plain words. */
function relinked(before: PaperDocument, after: PaperDocument): PaperDocument {
  const known = [before.title, ...before.body.map(({ spans }) => spans)];
  const spansOf = (spans: PaperDocument["title"]): PaperDocument["title"] => {
    if (spans.some(({ fact }) => fact !== undefined)) return spans;
    const words = spansText(spans);
    let best = spans;
    for (const old of known) {
      const linked = relink(old, words);
      if (factsIn(linked) > factsIn(best)) best = linked.map(copyOf);
    }
    return best;
  };
  const body = after.body.map((block) => ({ ...block, spans: spansOf(block.spans) }));
  return { ...after, title: spansOf(after.title), body };
}

const factsIn = (spans: readonly Span[]): number => spans.filter(({ fact }) => fact !== undefined).length;
const copyOf = ({ text, fact }: Span): PaperDocument["title"][number] =>
  fact ? { text, fact: { id: fact.id, orders: [...fact.orders] } } : { text };

function requireUntouched(before: PaperDocument, after: PaperDocument): void {
  const { kind, number, date, printedOn } = after;
  if (kind !== before.kind || number !== null || date !== null || printedOn !== null)
    throw new ApiError("paper.text_fixed");
}

/** Changes whom a draft goes to, and the time to reply; every fact of the text is taken anew, so that it says what is so now. */
export async function readdressPaper(
  services: Services,
  actor: Actor,
  id: string,
  { version, units, reply_working_days: replyDays }: ReaddressPaper,
): Promise<PaperDetail> {
  requirePermission(actor, "papers.write");
  return changePaper(services, actor, id, version, async ({ tx, head, file, at }) => {
    requireDraft(head);
    const ofCase = head.naming === "addressee";
    await requireRecipients(tx, file.id, ofCase, units);
    const clock = await loadCaseClock(tx, at);
    const { facts } = await factsOfCase(tx, file, clock, clock.at);
    const table = factTable(facts, replyOf(replyDays, clock));
    const text = refilled(requireText(await loadTexts(tx, id), head), table, () => true);
    const to = units.flatMap((unit) => {
      const name = table.get(`unit[${unit}].name`);
      return name ? [{ text: name.forms[0], fact: { id: name.id, orders: [...name.orders] } }] : [];
    });
    const before = { units: (await readRecipients(tx, [id])).map(({ unit }) => unit), working_days: head.reply_days };
    await setRecipients(tx, id, units);
    await changePaperHead(tx, head, { reply_days: replyDays, facts_at: at });
    await addPaperText(tx, id, ofCase ? { ...text, to } : text, { account: actor.account, author: actor.name, at });
    return { kind: "readdressed", before, after: { units, working_days: replyDays } };
  });
}
