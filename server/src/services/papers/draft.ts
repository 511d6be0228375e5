import { ApiError, type DraftPaper, type PaperDetail, requirePermission } from "@tianyan/api";
import { hasEnded } from "@tianyan/core";
import {
  addPaperText,
  type CaseHead,
  insertPaper,
  lockCase,
  readCaseHead,
  readCaseUnits,
  readPaperHead,
  setRecipients,
  type Transaction,
  unitsThatExist,
} from "@tianyan/db";
import { spansText, draftPaper as write } from "@tianyan/papers";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { loadCaseClock } from "../cases/case-clock";
import { stageOf } from "../cases/facts";
import type { Services } from "../services";
import { factsOfCase } from "./case-facts";
import { tellOfPaper } from "./change";
import { paperDetail } from "./read";
import { replyOf } from "./reply";
import { loadTemplates } from "./templates";

/** Drafts a paper from a case in sight: its facts are filled in from the data, and nobody types them again. */
export async function draftPaper(services: Services, actor: Actor, given: DraftPaper): Promise<PaperDetail> {
  requirePermission(actor, "papers.write");
  const inSight = await asActor(services, actor, ({ db }) => readCaseHead(db.sql, given.case));
  if (!inSight) throw new ApiError("case.not_found");
  const id = await services.work.sql.begin(async (tx) => {
    const file = await lockCase(tx, given.case);
    if (!file) throw new ApiError("case.not_found");
    if (hasEnded(stageOf(file))) throw new ApiError("case.ended");
    return drafted(tx, services, actor, { given, file });
  });
  return paperDetail(services, actor, id);
}

interface Drafting {
  readonly given: DraftPaper;
  readonly file: CaseHead;
}

async function drafted(tx: Transaction, { now }: Services, actor: Actor, { given, file }: Drafting): Promise<string> {
  const at = now();
  const { kind, units, reply_working_days: replyDays, urgency, corrects } = given;
  if (corrects !== null) await requireCorrectable(tx, corrects, file.id);
  const template = (await loadTemplates(tx))[kind];
  const { naming } = template.wording;
  await requireRecipients(tx, file.id, naming === "addressee", units);
  const clock = await loadCaseClock(tx, at);
  const { facts } = await factsOfCase(tx, file, clock, clock.at);
  // What is told to everybody is addressed as the template says, however many units it is served to.
  const to = naming === "addressee" ? units : [];
  const text = write(facts, template.wording, { to, reply: replyOf(replyDays, clock), urgency });
  const id = await insertPaper(
    tx,
    {
      caseId: file.id,
      kind,
      naming,
      title: spansText(text.title),
      replyDays,
      corrects,
      template: template.version === 0 ? null : template.version,
      account: actor.account,
      author: actor.name,
    },
    at,
  );
  await addPaperText(tx, id, text, { account: actor.account, author: actor.name, at });
  await setRecipients(tx, id, units);
  await tellOfPaper(tx, actor, id, { kind: "drafted", after: { case: file.id, kind, units, corrects } }, at);
  return id;
}

/** What is corrected is out, in force, and of the same case. */
async function requireCorrectable(tx: Transaction, corrects: string, file: string): Promise<void> {
  const old = await readPaperHead(tx, corrects);
  if (!old || old.case_id !== file || old.state !== "issued" || old.kind === null)
    throw new ApiError("paper.correction_unusable");
}

/** A paper goes to units that its case names; what is told to everybody goes to any that there is. */
export async function requireRecipients(
  tx: Transaction,
  file: string,
  ofCase: boolean,
  units: readonly string[],
): Promise<void> {
  const known = ofCase
    ? new Set((await readCaseUnits(tx, [file])).map(({ unit }) => unit))
    : await unitsThatExist(tx, units);
  if (units.some((unit) => !known.has(unit))) throw new ApiError("paper.recipient_outside");
}
