import { isAdministrator, may, type Policy, type Post, PostSchema, type SessionStep } from "@tianyan/api";
import { DAY, HOUR, type Instant, instant, MINUTE } from "@tianyan/core";
import type { Alive, VisitRow } from "@tianyan/db";
import type { Asker } from "../http/request";
import { nobody } from "./actor";
import { policyOf } from "./policy";

/** Administrators, and whoever may see who called, need a second factor. */
export const needsFactor = (post: string): boolean => isAdministrator(post) || may(post, "personal.unmask");

/** Sessions that were asked, and opened, after these instants have not run out. */
export const aliveAt = (policy: Policy, at: Instant): Alive => ({
  seenAfter: at - policy.idle_minutes * MINUTE,
  openedAfter: at - policy.absolute_hours * HOUR,
});

export function isAlive(visit: VisitRow, at: Instant): boolean {
  const { seenAfter, openedAfter } = aliveAt(policyOf(visit.policy), at);
  return visit.last_seen_at > seenAfter && visit.created_at > openedAfter && visit.post !== null;
}

const isPasswordOld = ({ method, password_changed_at }: VisitRow, { password_days }: Policy, at: Instant): boolean =>
  method === "password" &&
  password_days > 0 &&
  password_changed_at !== null &&
  at - password_changed_at >= password_days * DAY;

/** What is to be done next in a session. People of the demonstration are offered a second factor, and not made to. */
export function stepOf(visit: VisitRow, at: Instant): SessionStep {
  if (visit.enrolled && visit.factor_at === null) return "factor";
  if (visit.must_choose_password || isPasswordOld(visit, policyOf(visit.policy), at)) return "password";
  if (!visit.enrolled && !visit.demo && visit.posts.some(needsFactor)) return "enrol";
  return "open";
}

const postOf = (visit: VisitRow): Post => PostSchema.parse(visit.post);

/** Who asks in a session that has not run out. Until it is open, its person holds no post. */
export function askerOf(visit: VisitRow, at: Instant, requestId: string, address: string): Asker {
  const step = stepOf(visit, at);
  const person = { account: visit.account, name: visit.name, session: visit.id };
  if (step !== "open") return { step, actor: { ...nobody(requestId, address), ...person } };
  const { sources, districts, units } = visit;
  return {
    step,
    actor: {
      ...person,
      post: postOf(visit),
      scope: { sources, districts, units },
      recused: visit.kind === "commission" && visit.unit !== null ? [visit.unit] : [],
      factorAt: visit.factor_at === null ? null : instant(visit.factor_at),
      requestId,
      address,
    },
  };
}
