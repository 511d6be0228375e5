import { randomBytes } from "node:crypto";
import {
  addPersonalKey,
  type Database,
  lockPersonalKeys,
  type PersonalKeyRow,
  plainCitizenKeys,
  readPersonalKeys,
  replaceCitizenKeys,
  type Transaction,
} from "@tianyan/db";
import { useFileKeys } from "@tianyan/ingest";
import { StartFailure } from "../start/failures";
import { decrypt, encrypt } from "./cipher";
import { createKeyring, type Keyring } from "./keyring";
import { derived, KEY_BYTES, type MasterKey } from "./master-key";
import type { KeyStore } from "./store";

const BOUND = "index key";

/**
 * Opens the keys of an installation, the first of them made where there is none yet. Throws a StartFailure where a key is lost by which
 * something is encrypted.
 */
export async function openKeyring(db: Pick<Database, "sql">, store: KeyStore, now: number): Promise<Keyring> {
  const keyring = (await db.sql.begin(async (tx) => {
    await lockPersonalKeys(tx);
    const rows = await readPersonalKeys(tx);
    return rows.length === 0 ? firstKeyring(tx, store, now) : knownKeyring(tx, store, rows, now);
  })) as Keyring;
  useFileKeys(keyring.fileKey);
  return keyring;
}

const finder = (store: KeyStore) => (id: string) => store.keys().find((key) => key.id === id) ?? null;

async function firstKeyring(tx: Transaction, store: KeyStore, now: number): Promise<Keyring> {
  const key = store.keys()[0] ?? store.make();
  if (!key) throw new Error("no key");
  const index = randomBytes(KEY_BYTES);
  await addKey(tx, key, index, now);
  const keyring = createKeyring(key, finder(store), index);
  // What was loaded before there were keys has the numbers of citizens as their sources gave them.
  const pairs = (await plainCitizenKeys(tx)).map(
    ({ citizen_key }) => [citizen_key, keyring.citizenKey(citizen_key, null)] as const,
  );
  await replaceCitizenKeys(
    tx,
    pairs.filter(([before, after]) => before !== after),
  );
  return keyring;
}

async function addKey(tx: Transaction, key: MasterKey, index: Buffer, now: number): Promise<void> {
  const wrapped = encrypt(derived(key, "index"), index, BOUND);
  await addPersonalKey(tx, { id: key.id, fingerprint: key.fingerprint, wrapped }, now);
}

/** The key of the hashes, by any key that is there. */
function indexOf(store: KeyStore, rows: readonly PersonalKeyRow[]): Buffer | null {
  for (const key of store.keys()) {
    const row = rows.find(({ fingerprint }) => fingerprint === key.fingerprint);
    const index = row && decrypt(derived(key, "index"), row.wrapped, BOUND);
    if (index) return index;
  }
  return null;
}

async function knownKeyring(
  tx: Transaction,
  store: KeyStore,
  rows: readonly PersonalKeyRow[],
  now: number,
): Promise<Keyring> {
  const keys = store.keys();
  const there = new Set(keys.map(({ fingerprint }) => fingerprint));
  const lost = rows.filter((row) => row.retired_at === null && !there.has(row.fingerprint));
  const index = indexOf(store, rows);
  if (lost[0] || !index) throw lostKey(store, lost[0] ?? rows.at(-1));
  const [given] = keys;
  const currentRow = rows.find(({ current }) => current);
  // The first of TIANYAN_KEY is the one to use from now on; in the folder, the one that the last rotation made.
  if (store.given && given && given.fingerprint !== currentRow?.fingerprint) {
    await addKey(tx, given, index, now);
    return createKeyring(given, finder(store), index);
  }
  const current = keys.find(({ fingerprint }) => fingerprint === currentRow?.fingerprint);
  if (!current) throw lostKey(store, currentRow);
  return createKeyring(current, finder(store), index);
}

/**
 * Makes another key the current one, in the caller's transaction, and answers with its keyring. Keys given from outside stay as they are, as
 * does one by which not everything is encrypted yet: a rotation that was cut off goes on.
 */
export async function nextKeyring(tx: Transaction, store: KeyStore, now: number): Promise<Keyring> {
  await lockPersonalKeys(tx);
  const rows = await readPersonalKeys(tx);
  const index = indexOf(store, rows);
  if (!index) throw lostKey(store, rows.at(-1));
  const unfinished = rows.some((row) => !row.current && row.retired_at === null);
  const key = unfinished ? null : store.make();
  if (!key) return knownKeyring(tx, store, rows, now);
  await addKey(tx, key, index, now);
  return createKeyring(key, finder(store), index);
}

function lostKey({ place }: KeyStore, row: PersonalKeyRow | undefined): StartFailure {
  const mark = row?.fingerprint ?? "?";
  return new StartFailure({
    zh: `找不到加密个人信息的密钥（指纹 ${mark}），没有它来电人信息无法读取：请把原密钥文件放回 ${place}，或用 TIANYAN_KEY 给出原密钥后再启动。`,
    en: `The key that encrypts personal data (fingerprint ${mark}) is not there, and without it callers cannot be read: put the key file back into ${place}, or give the key as TIANYAN_KEY, and start again.`,
  });
}
