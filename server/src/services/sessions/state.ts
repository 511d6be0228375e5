import { ApiError, type SessionState } from "@tianyan/api";
import { after, HOUR, instant, isoInstant, MINUTE } from "@tianyan/core";
import { readDemo, type VisitRow, visitOfSession, visitOfToken } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { policyOf, readPolicy } from "../../auth/policy";
import { stepOf } from "../../auth/visit";
import { isoOrNull } from "../instants";
import type { Services } from "../services";

/** How the session of whoever asks stands, and what the page that signs in must know. */
export async function readSessionState(services: Services, { session }: Actor): Promise<SessionState> {
  const { db, now } = services;
  return stateOf(services, session === null ? null : await visitOfSession(db.sql, session, now()));
}

/** Of the session with this token, which was given out just now. */
export async function readSessionStateOf(services: Services, sha256: Uint8Array): Promise<SessionState> {
  const visit = await visitOfToken(services.db.sql, sha256, services.now());
  if (!visit) throw new ApiError("session.required");
  return stateOf(services, visit);
}

const NOBODY = {
  step: "sign_in",
  name: null,
  idle_until: null,
  expires_at: null,
  factor: { enrolled: false, at: null },
  has_password: false,
} as const;

async function stateOf(services: Services, visit: VisitRow | null): Promise<SessionState> {
  const { db, now } = services;
  const at = now();
  const policy = visit ? policyOf(visit.policy) : await readPolicy(db.sql);
  const { password_length, password_classes, password_history, password_days } = policy;
  const shared = {
    password: { password_length, password_classes, password_history, password_days },
    single_sign_on: services.signOnName ?? null,
    demo: await readDemo(db.sql),
  };
  if (!visit) return { ...NOBODY, ...shared };
  return {
    step: stepOf(visit, at),
    name: visit.name,
    idle_until: isoInstant(after(instant(visit.last_seen_at), policy.idle_minutes * MINUTE)),
    expires_at: isoInstant(after(instant(visit.created_at), policy.absolute_hours * HOUR)),
    factor: { enrolled: visit.enrolled, at: isoOrNull(visit.factor_at) },
    has_password: visit.has_password,
    ...shared,
  };
}
