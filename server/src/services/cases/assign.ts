import {
  ApiError,
  type AssignCase,
  type CaseDetail,
  type Colleagues,
  permitted,
  requirePermission,
} from "@tianyan/api";
import { CASE_POSTS } from "@tianyan/core";
import { giveCase, readCaseUnits, readColleagues, type Transaction, withSubunits } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { changeCase } from "./change";

/** Whoever works on cases, and those who approve. */
const COLLEAGUES = [...CASE_POSTS, "leader"] as const;

/** Who can be given a case, or mentioned in a comment. */
export async function listColleagues({ db, now }: Services, actor: Actor): Promise<Colleagues> {
  const rows = await readColleagues(db.sql, COLLEAGUES, permitted({ ...actor, at: now() }, "cases.comment").at);
  return { items: rows.map(({ account, name, posts }) => ({ account, name, posts: [...posts] })) };
}

/** Gives the case to somebody, or hands it over from one to another, with a reason. Throws where they may not have it. */
export async function assignCase(services: Services, actor: Actor, id: string, given: AssignCase): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  const { version: seen, account, reason } = given;
  const to = (await readColleagues(services.db.sql, CASE_POSTS, services.now())).find((one) => one.account === account);
  return changeCase(services, actor, id, { seen }, async ({ tx, head }) => {
    if (!to || head.assignee === account) throw new ApiError("case.assignee_unusable");
    if (head.assignee !== null && reason === "") throw new ApiError("case.reason_required");
    await requireNotRecused(tx, id, to.unit);
    await giveCase(tx, id, to);
    const before = { assignee: head.assignee_name };
    return { kind: head.assignee === null ? "assigned" : "handed_over", reason, before, after: { assignee: to.name } };
  });
}

/** Nobody works on a case of their own unit. */
async function requireNotRecused(tx: Transaction, id: string, own: string | null): Promise<void> {
  if (own === null) return;
  const recused = new Set(await withSubunits(tx, [own]));
  if ((await readCaseUnits(tx, [id])).some(({ unit }) => recused.has(unit))) throw new ApiError("case.recused");
}
