import { ApiError, type CaseDetail, type NewComment, requirePermission } from "@tianyan/api";
import { addCaseComment } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { listColleagues } from "./assign";
import { changeCase } from "./change";

/** Adds a comment, also to a case that has ended; who is mentioned finds the case by it. */
export async function commentOnCase(
  services: Services,
  actor: Actor,
  id: string,
  given: NewComment,
): Promise<CaseDetail> {
  requirePermission(actor, "cases.comment");
  const { items } = await listColleagues(services, actor);
  const mentions = items
    .filter(({ account }) => given.mentions.includes(account))
    .map(({ account, name }) => ({ account, name }));
  return changeCase(services, actor, id, { seen: null, ended: true }, async ({ tx, at }) => {
    if (mentions.length < new Set(given.mentions).size) throw new ApiError("case.mention_unknown");
    const entry = await addCaseComment(tx, id, { text: given.text, mentions }, { author: actor.name, at });
    return { kind: "commented", after: { id: entry, mentions: mentions.map(({ name }) => name) } };
  });
}
