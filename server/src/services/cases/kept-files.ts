import { createHash, randomBytes } from "node:crypto";
import { access, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  addAttachmentFile,
  currentPersonalKey,
  makeFolders,
  readAttachmentKey,
  type Transaction,
  type WrappedFileKey,
} from "@tianyan/db";
import { decrypt, encrypt } from "../../keys/cipher";
import type { Desk } from "../desk";
import type { Services } from "../services";

const KEY_BYTES = 32;
const PLAIN = /^[0-9a-f]{64}$/;

const folderOf = (desk: Desk): string => join(desk.folder, "attachments");
/** By what is in them: the same content is kept once. */
const placeOf = (desk: Desk, sha256: string): string => join(folderOf(desk), `${sha256}.sealed`);

/** For what the key of a file is encrypted. */
export const boundToFile = (sha256: string): string => `file ${sha256}`;

/**
 * Keeps a file, encrypted by a key of its own, whole or not at all. The key is kept in the transaction of what the file belongs to: one
 * that comes to nothing leaves bytes that nobody can read, and that the next to send the same file writes over.
 */
export async function keepContent(
  tx: Transaction,
  { keys }: Services,
  desk: Desk,
  sha256: string,
  bytes: Buffer,
): Promise<void> {
  const place = placeOf(desk, sha256);
  let secret = randomBytes(KEY_BYTES);
  // Another process may have made another key the current one.
  keys.follow((await currentPersonalKey(tx)) ?? keys.current);
  if (!(await addAttachmentFile(tx, sha256, keys.wrap(secret, boundToFile(sha256))))) {
    if (await exists(place)) return;
    secret = Buffer.from(keys.unwrap(await keyOf(tx, sha256), boundToFile(sha256)));
  }
  await makeFolders(folderOf(desk), 0o700);
  await writeWhole(place, encrypt(secret, bytes, sha256));
}

/** What is in a kept file. Throws where it is not there, or was changed. */
export async function readContent({ work, keys }: Services, desk: Desk, sha256: string): Promise<Buffer> {
  const key = await readAttachmentKey(work.sql, sha256);
  if (!key) return readFile(join(folderOf(desk), sha256));
  const plain = decrypt(keys.unwrap(key, boundToFile(sha256)), await readFile(placeOf(desk, sha256)), sha256);
  if (!plain) throw new Error(`the attachment ${sha256} was changed on the disk`);
  return plain;
}

/** Encrypts what lies there as it came, from before files were encrypted. Killed half way it goes on the next time. */
export async function sealPlainFiles(services: Services, desk: Desk): Promise<number> {
  const names = await readdir(folderOf(desk)).catch(() => []);
  const plain = names.filter((name) => PLAIN.test(name));
  for (const name of plain) {
    const place = join(folderOf(desk), name);
    const bytes = await readFile(place);
    const whole = createHash("sha256").update(bytes).digest("hex") === name;
    if (!whole) throw new Error(`the attachment ${name} was changed on the disk`);
    await services.work.sql.begin((tx) => keepContent(tx, services, desk, name, bytes));
    await rm(place);
  }
  return plain.length;
}

async function keyOf(tx: Transaction, sha256: string): Promise<WrappedFileKey> {
  const key = await readAttachmentKey(tx, sha256);
  if (!key) throw new Error(`the attachment ${sha256} has no key`);
  return key;
}

const exists = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );

/** On the disk before it has its name. */
async function writeWhole(place: string, bytes: Buffer): Promise<void> {
  const part = `${place}.${randomBytes(6).toString("hex")}`;
  const file = await open(part, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, place);
}
