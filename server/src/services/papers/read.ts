import { ApiError, type PaperDetail, requirePermission } from "@tianyan/api";
import { instant, isoInstant, paperWays } from "@tianyan/core";
import {
  type ListedPaper,
  pagePapers,
  readCaseHead,
  readPaperApprovals,
  readPaperEvents,
  readRecipients,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { loadCaseClock } from "../cases/case-clock";
import { shown } from "../personal/shown";
import type { Services } from "../services";
import { problemsOf, type TextProblem } from "./check";
import { isChecked, paperFacts } from "./facts";
import { loadPaperWords, paperItem } from "./rows";
import { loadTexts, shownDocument, textNow } from "./text";

const ALL = {
  states: [],
  kinds: [],
  units: null,
  caseId: null,
  overdueBefore: null,
  unanswered: false,
  text: null,
};

/** Everything of one paper; of a unit's contact what went out, and the unit's own receipt. Throws where none is in sight. */
export async function readPaper(services: Services, actor: Actor, id: string): Promise<PaperDetail> {
  requirePermission(actor, "papers.read");
  return paperDetail(services, actor, id);
}

/** The paper as the actor sees it, also after a change of their own. */
export async function paperDetail(services: Services, actor: Actor, id: string): Promise<PaperDetail> {
  const problems = await problemsNow(services, actor, id);
  return asActor(services, actor, (reading) => detailOf(reading, actor, id, problems));
}

/** Of a paper in sight that may still change; looked for with eyes that see the whole case. */
async function problemsNow(services: Services, actor: Actor, id: string): Promise<readonly TextProblem[]> {
  const known = await asActor(services, actor, async ({ db: { sql }, scope }) => {
    const row = await listed(sql, id);
    if (scope.own || !isChecked(row)) return null;
    const text = textNow(await loadTexts(sql, id), row);
    const file = await readCaseHead(sql, row.case_id);
    return text && file ? { text, file, head: row } : null;
  });
  if (!known) return [];
  const { text, file, head } = known;
  return services.work.sql.begin("isolation level repeatable read read only", async (tx) => {
    const clock = await loadCaseClock(tx, services.now());
    return problemsOf(tx, text, { file, head, clock, issuing: false });
  });
}

async function listed(sql: Reading["db"]["sql"], id: string): Promise<ListedPaper> {
  const [row] = (await pagePapers(sql, { ...ALL, only: id }, null, 1)).rows;
  if (!row) throw new ApiError("paper.not_found");
  return row;
}

async function detailOf(
  { db: { sql }, now, scope }: Reading,
  actor: Actor,
  id: string,
  problems: readonly TextProblem[],
): Promise<PaperDetail> {
  const row = await listed(sql, id);
  const clock = await loadCaseClock(sql, now());
  const words = await loadPaperWords(sql, [row], { clock, own: scope.own });
  const texts = await loadTexts(sql, id);
  const text = textNow(texts, row);
  const recipients = await readRecipients(sql, [id]);
  const facts = await paperFacts(sql, row, actor, { recipients, texts, failures: problems.length });
  const iso = (at: number): string => isoInstant(instant(at));
  return {
    ...paperItem(row, words),
    at: iso(clock.at),
    text: text && shownDocument(text),
    problems: problems.map(({ code, zh, en, place }) => ({ code, zh: shown(zh), en: shown(en), place })),
    moves: scope.own
      ? []
      : paperWays(facts).map(({ transition, to, refusals }) => ({
          action: transition.action,
          to,
          mine: transition.posts.some((post) => post === actor.post),
          reason_required: transition.reason,
          refusals: refusals.map(({ code, zh, en }) => ({ code, zh, en })),
        })),
    approved: (await readPaperApprovals(sql, id)).map(({ account: _, lapsed_at, at, ...approval }) => ({
      ...approval,
      reason: shown(approval.reason),
      at: iso(at),
      valid: lapsed_at === null && approval.verdict === "approved",
    })),
    texts: scope.own ? [] : texts.map(({ no, author, at }) => ({ no, author, at: iso(at) })),
    events: (await readPaperEvents(sql, id)).map(({ account: _, kind, before, after, reason, at, ...event }) => ({
      ...event,
      kind: kind as PaperDetail["events"][number]["kind"],
      reason: shown(reason),
      before: before as PaperDetail["events"][number]["before"],
      after: after as PaperDetail["events"][number]["after"],
      at: iso(at),
    })),
  };
}
