import { type Policy, PostSchema, type Session, SignInMethodSchema } from "@tianyan/api";
import { after, HOUR, instant, isoInstant, MINUTE } from "@tianyan/core";
import type { SessionRow } from "@tianyan/db";
import { isoOrNull } from "../instants";

/** A session as it is told; `current`: id of the one that asks. */
export function sessionItem(row: SessionRow, policy: Policy, current: string | null): Session {
  const [created, seen] = [instant(row.created_at), instant(row.last_seen_at)];
  return {
    id: row.id,
    account: { id: row.account, login: row.login, name: row.name },
    current: row.id === current,
    method: SignInMethodSchema.parse(row.method),
    post: PostSchema.nullable().parse(row.post),
    address: row.address,
    agent: row.agent,
    created_at: isoInstant(created),
    last_seen_at: isoInstant(seen),
    idle_until: isoInstant(after(seen, policy.idle_minutes * MINUTE)),
    expires_at: isoInstant(after(created, policy.absolute_hours * HOUR)),
    factor_at: isoOrNull(row.factor_at),
  };
}
