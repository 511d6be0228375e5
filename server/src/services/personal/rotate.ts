import {
  attachmentsOfOtherKeys,
  callersOfOtherKeys,
  lockPersonalKeys,
  replaceFactor,
  replaceSealed,
  resealWebhook,
  retirePersonalKeys,
  rewrapAttachment,
  type SealedRow,
  sealedFactors,
  type Transaction,
  webhooksOfOtherKeys,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Keyring } from "../../keys/keyring";
import { nextKeyring } from "../../keys/open-keyring";
import type { KeyStore } from "../../keys/store";
import { record } from "../audit/record";
import { boundToFile } from "../cases/kept-files";
import type { Services } from "../services";
import { boundToWebhook } from "../webhooks/webhooks";

const CHUNK = 500;

export interface Rotation {
  /** Id of the key by which everything is encrypted now. */
  readonly key: string;
  readonly callers: number;
  readonly factors: number;
  /** Files of cases. */
  readonly files: number;
  readonly webhooks: number;
}

/**
 * Encrypts everything by another key, a few hundred at a time, each time whole or not at all: killed half way nothing is lost, and the next
 * run goes on. The hashes, and so the search, stay as they are.
 */
export async function rotateKeys(
  services: Services,
  actor: Actor,
  store: KeyStore,
  signal?: AbortSignal,
): Promise<Rotation> {
  const { work, db, now } = services;
  const keyring = (await work.sql.begin((tx) => nextKeyring(tx, store, now()))) as Keyring;
  let callers = 0;
  let last: SealedRow | null = null;
  do {
    signal?.throwIfAborted();
    const after: SealedRow | null = last;
    last = (await work.sql.begin(async (tx) => {
      const rows = await callersOfOtherKeys(tx, keyring.current, after, CHUNK);
      if (rows.length > 0) await replaceSealed(tx, keyring.current, rows.map(resealedBy(keyring)));
      callers += rows.length;
      return rows.at(-1) ?? null;
    })) as SealedRow | null;
  } while (last !== null);
  const factors = (await db.sql.begin(async (tx) => {
    const all = await sealedFactors(tx);
    const opened = all.map(({ account, secret }) => ({ account, secret, plain: keyring.reveal(secret) }));
    const readable = opened.filter(({ secret, plain }) => plain !== secret);
    for (const { account, plain } of readable) await replaceFactor(tx, account, keyring.conceal(plain));
    return readable.length;
  })) as number;
  const files = await rewrapped(services, (tx) => rewrapFiles(tx, keyring), signal);
  const webhooks = await rewrapped(services, (tx) => rewrapWebhooks(tx, keyring), signal);
  const after = { callers, factors, files, webhooks };
  await work.sql.begin(async (tx) => {
    await lockPersonalKeys(tx);
    await retirePersonalKeys(tx, now());
    const subject = { type: "key", id: keyring.current };
    await record(tx, actor, { action: "personal.key_rotated", subject, after, outcome: "done" });
  });
  return { key: keyring.current, ...after };
}

const resealedBy =
  (keyring: Keyring) =>
  ({ source, order_id, batch, key_id, sealed }: SealedRow) => ({
    source,
    order_id,
    batch,
    sealed: keyring.reseal(order_id, key_id, sealed),
  });

/** Does `some` until nothing is left; answers how many there were. */
async function rewrapped(
  { work }: Services,
  some: (tx: Transaction) => Promise<number>,
  signal?: AbortSignal,
): Promise<number> {
  for (let all = 0; ; ) {
    signal?.throwIfAborted();
    const done = (await work.sql.begin(some)) as number;
    if (done === 0) return all;
    all += done;
  }
}

/** The files stay as they are: only their keys are encrypted by another. */
async function rewrapFiles(tx: Transaction, keyring: Keyring): Promise<number> {
  const files = await attachmentsOfOtherKeys(tx, keyring.current, CHUNK);
  for (const { sha256, ...wrapped } of files) {
    const bound = boundToFile(sha256);
    await rewrapAttachment(tx, sha256, keyring.wrap(keyring.unwrap(wrapped, bound), bound));
  }
  return files.length;
}

async function rewrapWebhooks(tx: Transaction, keyring: Keyring): Promise<number> {
  const webhooks = await webhooksOfOtherKeys(tx, keyring.current);
  for (const { id, key_id: keyId, sealed } of webhooks) {
    const bound = boundToWebhook(id);
    await resealWebhook(tx, id, keyring.wrap(keyring.unwrap({ keyId, sealed }, bound), bound));
  }
  return webhooks.length;
}
