import {
  ApiError,
  type PaperDetail,
  type PaperDocument,
  type ReaddressPaper,
  type RewritePaper,
  requirePermission,
} from "@tianyan/api";
import { addPaperText, changePaperHead, type PaperHead, readRecipients, setRecipients } from "@tianyan/db";
import { factTable, spansText } from "@tianyan/papers";
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
    requireUntouched(requireText(await loadTexts(tx, id), head), text);
    await changePaperHead(tx, head, { title: spansText(text.title), naming: text.naming });
    const no = await addPaperText(tx, id, text, { account: actor.account, author: actor.name, at });
    return {
      kind: "rewritten",
      before: { text: head.text_no, naming: head.naming },
      after: { text: no, naming: text.naming },
    };
  });
}

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
