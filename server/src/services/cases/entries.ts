import {
  ApiError,
  type CaseDetail,
  type NewCheck,
  type NewPaper,
  type NewSystem,
  type PaperReply,
  requirePermission,
} from "@tianyan/api";
import { addCaseCheck, addCaseSystem, changeRecipient, insertOutsidePaper, readCasePapers } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { changeCase } from "./change";
import { nameListedUnits } from "./units";

/** Records a visit or a questionnaire, and what it found. */
export async function addCheck(services: Services, actor: Actor, id: string, given: NewCheck): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx, at }) => {
    const entry = await addCaseCheck(tx, id, given, { author: actor.name, at });
    const { kind, date, place, result } = given;
    return { kind: "check_added", after: { id: entry, kind, date, place, result } };
  });
}

/** Records a rule or process that a unit improved because of the case. */
export async function addSystem(services: Services, actor: Actor, id: string, given: NewSystem): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx, at }) => {
    await nameListedUnits(tx, actor, id, [given.unit], at);
    const entry = await addCaseSystem(tx, id, given, { author: actor.name, at });
    return { kind: "system_added", after: { id: entry, unit: given.unit, document: given.document } };
  });
}

/** Records that a paper which was written outside went out; the case is not signed off before it is answered. */
export async function addPaper(services: Services, actor: Actor, id: string, given: NewPaper): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx, at }) => {
    await nameListedUnits(tx, actor, id, [given.unit], at);
    const entry = await insertOutsidePaper(tx, id, given, { author: actor.name, at });
    const { number, unit, answer_by } = given;
    return { kind: "paper_added", after: { id: entry, number, unit, answer_by } };
  });
}

/** Records what came back to it, once. A paper of the house is answered in the register of papers. */
export async function answerPaper(
  services: Services,
  actor: Actor,
  { id, entry }: { readonly id: string; readonly entry: string },
  given: PaperReply,
): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx }) => {
    const paper = (await readCasePapers(tx, id)).find((one) => one.id === entry && one.kind === null);
    if (!paper) throw new ApiError("case.entry_not_found");
    if (paper.replied_on !== null) throw new ApiError("case.paper_answered");
    const { answered_on, reply } = given;
    await changeRecipient(tx, paper, { state: "replied", reply, replied_on: answered_on, replied_by: actor.name });
    const after = { number: paper.number, answered_on };
    return { kind: "paper_answered", before: { answered_on: null }, after };
  });
}
