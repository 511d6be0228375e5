import {
  type AddedFollower,
  ApiError,
  type Follower,
  type Followers,
  type NewFollower,
  requirePermission,
} from "@tianyan/api";
import { type Instant, instant, isoInstant } from "@tianyan/core";
import { addFollowerKey, endFollowerKey, type FollowerRow, readFollowers } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { isoOrNull } from "../instants";
import { hashOfSecret, newSecret } from "../keys/secret";
import type { Services } from "../services";

const DAY_MS = 86_400_000;

export async function listFollowers({ db, now }: Services, actor: Actor): Promise<Followers> {
  requirePermission(actor, "following.read");
  const at = now();
  return { followers: (await readFollowers(db.sql)).map((row) => itemOf(row, at)) };
}

/** Makes a key. Its secret is in the answer, and nowhere else. */
export async function addFollower({ db, now }: Services, actor: Actor, given: NewFollower): Promise<AddedFollower> {
  requirePermission(actor, "following.write");
  const at = now();
  const secret = newSecret();
  const { days, ...fields } = given;
  const made = { ...fields, hash: hashOfSecret(secret), hint: secret.slice(-4), author: actor.name };
  return db.sql.begin(async (tx) => {
    const follower = itemOf(await addFollowerKey(tx, { ...made, expiresAt: at + days * DAY_MS }, at), at);
    const { name, reads, sources, districts, units, expires_at } = follower;
    await record(tx, actor, {
      action: "follower.added",
      subject: { type: "follower", id: follower.id },
      after: { name, reads, sources, districts, units, expires_at },
      outcome: "done",
    });
    return { follower, secret };
  });
}

/** Ends a key for good. Throws where there is none in force. */
export async function endFollower({ db, now }: Services, actor: Actor, id: string): Promise<Follower> {
  requirePermission(actor, "following.write");
  const at = now();
  return db.sql.begin(async (tx) => {
    const row = await endFollowerKey(tx, id, actor.name, at);
    if (!row) throw new ApiError("key.not_found");
    const before = { name: row.name, reads: row.reads };
    await record(tx, actor, { action: "follower.ended", subject: { type: "follower", id }, before, outcome: "done" });
    return itemOf(row, at);
  });
}

const listed = (codes: readonly string[] | null): string[] | null => (codes === null ? null : [...codes]);

const itemOf = (row: FollowerRow, now: Instant): Follower => ({
  id: row.id,
  name: row.name,
  hint: row.hint,
  reads: [...row.reads] as Follower["reads"],
  sources: listed(row.sources),
  districts: listed(row.districts),
  units: listed(row.units),
  author: row.author,
  created_at: isoInstant(instant(row.created_at)),
  expires_at: isoInstant(instant(row.expires_at)),
  last_used_at: isoOrNull(row.last_used_at),
  ended_at: isoOrNull(row.ended_at),
  ended_by: row.ended_by,
  in_force: row.ended_at === null && row.expires_at > now,
});
