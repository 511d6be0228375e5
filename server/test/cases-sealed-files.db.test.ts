import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FEED_KINDS } from "@tianyan/api";
import { expect, onTestFinished, test } from "vitest";
import { createKeyring } from "../src/keys/keyring";
import { masterKey } from "../src/keys/master-key";
import { openKeyring } from "../src/keys/open-keyring";
import type { KeyStore } from "../src/keys/store";
import { sealPlainFiles } from "../src/services/cases/kept-files";
import { rotateKeys } from "../src/services/personal/rotate";
import { addWebhook, boundToWebhook } from "../src/services/webhooks/webhooks";
import { type CaseDesk, caseDesk } from "./support/cases";
import { ACTOR, NOW, TEST_KEY } from "./support/county";
import { RECEIVER } from "./support/follow-acts";
import { asking } from "./support/person";

const TEXT = "谈话笔录：当事人承认推诿，已签字。";
const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

async function kept(desk: CaseDesk): Promise<{ readonly names: readonly string[]; readonly bytes: Buffer }> {
  const folder = join(desk.desk.folder, "attachments");
  const names = (await readdir(folder)).sort();
  return { names, bytes: Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name))))) };
}

/** What a colleague gets who saves the file. */
async function saved(desk: CaseDesk, id: string): Promise<string> {
  const { attachments } = await desk.liaison.client.case(id);
  const asks = asking(desk.router, desk.liaison.headers);
  const response = await asks.request(`/api/cases/${id}/attachments/${attachments[0]?.id}`);
  return `${response.status} ${await response.text()}`;
}

test("a file lies on the disk encrypted, the same one once, and comes back as it was", async () => {
  const desk = await caseDesk();
  const [one, two] = [await desk.at("clue"), await desk.at("clue")];
  await desk.liaison.client.attachToCase(one.id, "笔录.txt", TEXT);
  await desk.liaison.client.attachToCase(two.id, "记录.txt", TEXT);
  const { names, bytes } = await kept(desk);
  expect(names).toEqual([`${sha256Of(TEXT)}.sealed`]);
  expect(bytes.includes(Buffer.from("推诿"))).toBe(false);
  expect([await saved(desk, one.id), await saved(desk, two.id)]).toEqual([`200 ${TEXT}`, `200 ${TEXT}`]);

  const place = join(desk.desk.folder, "attachments", names[0] ?? "");
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  await writeFile(place, bytes);
  const log = console.error;
  console.error = () => undefined;
  onTestFinished(() => {
    console.error = log;
  });
  expect(await saved(desk, one.id)).toMatch(/^500 .*server\.failed/);
});

test("a file outlives the key under which it came, and so does the secret of a webhook", async () => {
  const desk = await caseDesk();
  const { services, owner } = desk.county;
  const held = await desk.at("clue");
  await desk.liaison.client.attachToCase(held.id, "笔录.txt", TEXT);
  const { actor } = await desk.as("system_admin");
  const fields = { name: "案件系统", url: `https://${RECEIVER}/`, kinds: [...FEED_KINDS], enabled: true };
  const { secret, webhook } = await addWebhook(services, desk.desk, actor, fields);
  const [before] = await owner.sql<{ key_id: string; wrapped: Buffer }[]>`select key_id, wrapped from attachment_file`;

  const [first, second] = [masterKey(Buffer.from(TEST_KEY, "base64")), masterKey(Buffer.alloc(32, 9))];
  const store: KeyStore = { keys: () => [second, first], make: () => null, place: "test", given: true };
  const done = await rotateKeys(services, ACTOR, store);
  expect(done).toMatchObject({ key: second.id, files: 1, webhooks: 1 });
  const [after] = await owner.sql<{ key_id: string; wrapped: Buffer }[]>`select key_id, wrapped from attachment_file`;
  expect([before?.key_id, after?.key_id]).toEqual([first.id, second.id]);

  // The old key may go: with the new one alone everything is there.
  const alone = await openKeyring(owner, { ...store, keys: () => [second] }, NOW);
  const [row] = await owner.sql<{ keyId: string; sealed: Buffer }[]>`select key_id as "keyId", sealed from webhook`;
  const opened = row && alone.unwrap(row, boundToWebhook(webhook.id)).toString("base64");
  expect(`whsec_${opened}`).toBe(secret);
  const without = createKeyring(first, () => null, Buffer.alloc(32));
  expect(() => row && without.unwrap(row, boundToWebhook(webhook.id))).toThrow(second.id);
  Object.assign(services, { keys: alone });
  expect(await saved(desk, held.id)).toBe(`200 ${TEXT}`);
});

test("what lay there as it came is encrypted when a new version starts, killed half way too", async () => {
  const desk = await caseDesk();
  const { services, owner } = desk.county;
  const held = await desk.at("clue");
  const folder = join(desk.desk.folder, "attachments");
  const sha256 = sha256Of(TEXT);
  await desk.liaison.client.attachToCase(held.id, "笔录.txt", TEXT);
  await mkdir(folder, { recursive: true });
  // As the version before left it.
  await owner.sql`delete from attachment_file`;
  await rename(join(folder, `${sha256}.sealed`), join(folder, sha256));
  await writeFile(join(folder, sha256), TEXT);
  expect(await saved(desk, held.id)).toBe(`200 ${TEXT}`);
  expect(await sealPlainFiles(services, desk.desk)).toBe(1);
  // Killed after the key was kept, before the plain one was taken away.
  await writeFile(join(folder, sha256), TEXT);
  expect(await sealPlainFiles(services, desk.desk)).toBe(1);
  expect(await sealPlainFiles(services, desk.desk)).toBe(0);
  const { names, bytes } = await kept(desk);
  expect(names).toEqual([`${sha256}.sealed`]);
  expect(bytes.includes(Buffer.from("推诿"))).toBe(false);
  expect(await saved(desk, held.id)).toBe(`200 ${TEXT}`);
});
