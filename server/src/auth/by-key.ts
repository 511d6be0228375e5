import { ApiError } from "@tianyan/api";
import { findApiKey, markApiKeyUsed } from "@tianyan/db";
import { hashOfSecret } from "../services/keys/secret";
import type { Services } from "../services/services";
import type { Actor } from "./actor";

/** The machine whose key `Authorization: Bearer …` holds. Throws `key.invalid` where none in force is that one. */
export async function machineOf(
  { db, now }: Services,
  authorization: string,
  known: Pick<Actor, "requestId" | "address">,
): Promise<Actor> {
  const secret = /^Bearer +([\w-]{20,200})$/i.exec(authorization)?.[1];
  const at = now();
  const row = secret === undefined ? null : await findApiKey(db.sql, hashOfSecret(secret), at);
  if (!row) throw new ApiError("key.invalid");
  await markApiKeyUsed(db.sql, row.id, at);
  return {
    account: null,
    name: `${row.name} #${row.id}`,
    post: "machine",
    scope: { sources: row.source === null ? null : [row.source], districts: null, units: null },
    recused: [],
    session: null,
    factorAt: null,
    ...known,
  };
}
