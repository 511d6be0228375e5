import { ApiError, type FollowerRead } from "@tianyan/api";
import { findApiKey, findFollower, markApiKeyUsed, markFollowerUsed } from "@tianyan/db";
import { hashOfSecret } from "../services/keys/secret";
import type { Services } from "../services/services";
import type { Actor } from "./actor";

type Known = Pick<Actor, "requestId" | "address">;

const NOBODY = { account: null, recused: [], session: null, factorAt: null } as const;

/** The machine whose key `Authorization: Bearer …` holds. Throws `key.invalid` where none in force is that one. */
export async function machineOf(services: Services, authorization: string, known: Known): Promise<Actor> {
  const secret = /^Bearer +([\w-]{20,200})$/i.exec(authorization)?.[1];
  if (secret === undefined) throw new ApiError("key.invalid");
  const hash = hashOfSecret(secret);
  const actor = (await delivering(services, hash, known)) ?? (await following(services, hash, known));
  if (!actor) throw new ApiError("key.invalid");
  return actor;
}

async function delivering({ db, now }: Services, hash: string, known: Known): Promise<Actor | null> {
  const at = now();
  const row = await findApiKey(db.sql, hash, at);
  if (!row) return null;
  await markApiKeyUsed(db.sql, row.id, at);
  const scope = { sources: row.source === null ? null : [row.source], districts: null, units: null };
  return { ...NOBODY, name: `${row.name} #${row.id}`, post: "machine", scope, ...known };
}

async function following({ db, now }: Services, hash: string, known: Known): Promise<Actor | null> {
  const at = now();
  const row = await findFollower(db.sql, hash, at);
  if (!row) return null;
  await markFollowerUsed(db.sql, row.id, at);
  const { sources, districts, units } = row;
  const grants = ["feed.read", ...(row.reads as readonly FollowerRead[])] as const;
  const name = `${row.name} @${row.id}`;
  return { ...NOBODY, name, post: "follower", grants, scope: { sources, districts, units }, ...known };
}
