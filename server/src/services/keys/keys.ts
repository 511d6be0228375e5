import {
  type AddedMachineKey,
  ApiError,
  type MachineKey,
  type MachineKeys,
  type NewMachineKey,
  requirePermission,
} from "@tianyan/api";
import { addApiKey, endApiKey, readApiKeys } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";
import { itemOf } from "./item";
import { hashOfSecret, newSecret } from "./secret";

const DAY_MS = 86_400_000;

export async function listKeys({ db, now }: Services, actor: Actor): Promise<MachineKeys> {
  requirePermission(actor, "keys.read");
  const at = now();
  return { keys: (await readApiKeys(db.sql)).map((row) => itemOf(row, at)) };
}

/** Makes a key. Its secret is in the answer, and nowhere else. */
export async function addKey({ db, now }: Services, actor: Actor, given: NewMachineKey): Promise<AddedMachineKey> {
  requirePermission(actor, "keys.write");
  const at = now();
  const secret = newSecret();
  const made = {
    name: given.name,
    hash: hashOfSecret(secret),
    hint: secret.slice(-4),
    source: given.source,
    author: actor.name,
    expiresAt: at + given.days * DAY_MS,
  };
  return db.sql.begin(async (tx) => {
    const key = itemOf(await addApiKey(tx, made, at), at);
    const { name, source, expires_at } = key;
    await record(tx, actor, {
      action: "key.added",
      subject: { type: "key", id: key.id },
      after: { name, source, expires_at },
      outcome: "done",
    });
    return { key, secret };
  });
}

/** Ends a key for good. Throws where there is none in force. */
export async function endKey({ db, now }: Services, actor: Actor, id: string): Promise<MachineKey> {
  requirePermission(actor, "keys.write");
  const at = now();
  return db.sql.begin(async (tx) => {
    const row = await endApiKey(tx, id, actor.name, at);
    if (!row) throw new ApiError("key.not_found");
    await record(tx, actor, {
      action: "key.ended",
      subject: { type: "key", id },
      before: { name: row.name, source: row.source },
      outcome: "done",
    });
    return itemOf(row, at);
  });
}
