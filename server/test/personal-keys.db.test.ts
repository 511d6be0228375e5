import { chmod, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPools } from "@tianyan/db";
import { CANONICAL_PROFILE } from "@tianyan/ingest";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase } from "../../packages/db/test/support/database";
import { openKeyring } from "../src/keys/open-keyring";
import { type KeyStore, openKeyStore } from "../src/keys/store";
import { importFiles } from "../src/services/imports/import-files";
import { prepare } from "../src/services/installation/prepare";
import { rotateKeys } from "../src/services/personal/rotate";
import { callerNow } from "../src/services/personal/shown";
import { ACTOR, fileOf, NOW } from "./support/county";

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-keys-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "keys");
}

/** A prepared database whose keys come from `store`. */
async function installation(store: KeyStore) {
  const { db: owner, drop } = await createTestDatabase();
  await prepare(owner, NOW);
  const { app, replay } = await openPools(owner);
  onTestFinished(async () => {
    await Promise.all([app.close(), replay.close()]);
    await drop();
  });
  const keys = await openKeyring(owner, store, NOW);
  const services = { db: app, work: replay, keys, now: () => NOW, version: "test" };
  const load = async (name: string, lines: readonly string[]) =>
    importFiles(services, ACTOR, { files: [await fileOf(name, lines)], profile: CANONICAL_PROFILE });
  return { owner, services, load };
}

const ROWS = Array.from({ length: 1_200 }, (_, n) => `A${n},138${String(n).padStart(8, "0")}`);
const phoneOf = (n: number): string => `138${String(n).padStart(8, "0")}`;
const keysOf = async (sql: Awaited<ReturnType<typeof installation>>["owner"]["sql"]): Promise<string[]> =>
  (await sql<{ key_id: string }[]>`select distinct key_id from callers order by key_id`).map((row) => row.key_id);

test("the first start makes a key that only its user reads; the next start takes the same", async () => {
  const folder = await folderOfTest();
  const { owner, services } = await installation(openKeyStore(null, folder));
  const [name = ""] = await readdir(folder);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await openKeyring(owner, openKeyStore(null, folder), NOW)).current).toBe(services.keys.current);
  const secret = (await readFile(join(folder, name), "utf8")).trim();
  const [row] = await owner.sql<{ dump: string }[]>`select string_agg(k::text, '') as dump from personal_key k`;
  expect(row?.dump).not.toContain(secret);
  expect(row?.dump).not.toContain(Buffer.from(secret, "base64").toString("hex"));
});

test("a lost key is told in one line with its fingerprint, and nothing starts", async () => {
  const folder = await folderOfTest();
  const { owner, services } = await installation(openKeyStore(null, folder));
  await rename(folder, `${folder}-away`);
  await expect(openKeyring(owner, openKeyStore(null, folder), NOW)).rejects.toMatchObject({
    words: { zh: expect.stringContaining(services.keys.current), en: expect.stringContaining(services.keys.current) },
  });
  await chmod(`${folder}-away`, 0o700);
  const other = openKeyStore(Buffer.alloc(32, 1).toString("base64"), "");
  await expect(openKeyring(owner, other, NOW)).rejects.toThrow(/fingerprint/);
  expect(() => openKeyStore("too short", "")).toThrow();
});

test("a rotation that is cut off loses nothing, goes on where it stopped, and the search finds what it found", async () => {
  const store = openKeyStore(null, await folderOfTest());
  const { owner, services, load } = await installation(store);
  await load("orders.csv", ["order_id,phone", ...ROWS]);
  const before = services.keys.current;
  let chunks = 0;
  const signal = {
    throwIfAborted() {
      if (++chunks === 3) throw new Error("killed");
    },
  } as AbortSignal;
  await expect(rotateKeys(services, ACTOR, store, signal)).rejects.toThrow("killed");
  expect(await keysOf(owner.sql)).toHaveLength(2);
  const read = async (n: number, keys = services.keys) =>
    (await callerNow(owner.sql, keys, { source: "12345", orderId: `A${n}` }))?.phone;
  for (const n of [0, 600, 1_199]) expect(await read(n)).toBe(phoneOf(n));

  const { key } = await rotateKeys(services, ACTOR, store);
  expect(key).not.toBe(before);
  expect(await keysOf(owner.sql)).toEqual([key]);
  expect(await store.keys()).toHaveLength(2);
  const after = await openKeyring(owner, store, NOW);
  expect(after.current).toBe(key);
  for (const n of [0, 600, 1_199]) expect(await read(n, after)).toBe(phoneOf(n));
  expect(after.hash("phone", phoneOf(7))).toEqual(services.keys.hash("phone", phoneOf(7)));

  // A server that was running takes the new key with its next import.
  await load("more.csv", ["order_id,phone", "B1,13900000001"]);
  expect(await keysOf(owner.sql)).toEqual([key]);
});

test("keys from outside rotate by a new one before the old; the old may go when all is done", async () => {
  const [old, fresh] = [Buffer.alloc(32, 3).toString("base64"), Buffer.alloc(32, 4).toString("hex")];
  const { owner, services, load } = await installation(openKeyStore(old, ""));
  await load("orders.csv", ["order_id,phone", ...ROWS.slice(0, 5)]);
  const both = openKeyStore(`${fresh},${old}`, "");
  const keys = await openKeyring(owner, both, NOW);
  await rotateKeys({ ...services, keys }, ACTOR, both);
  const alone = await openKeyring(owner, openKeyStore(fresh, ""), NOW);
  expect((await callerNow(owner.sql, alone, { source: "12345", orderId: "A1" }))?.phone).toBe(phoneOf(1));
  await expect(openKeyring(owner, openKeyStore(old, ""), NOW)).rejects.toThrow(/fingerprint/);
});

test("keys of citizens that were loaded before there were keys are hashed when the first key is made", async () => {
  const { db: owner, drop } = await createTestDatabase();
  onTestFinished(drop);
  await prepare(owner, NOW);
  await owner.sql`insert into source (code, name, shape, profile, created_at) values ('S', 'S', 'event', '{}', now())`;
  await owner.sql`insert into import_batch (source, profile_hash, actor, recorded_at, counts) values ('S', '', '', now(), '{}')`;
  await owner.sql`
    insert into orders (source, order_id, title, content, category, order_type, urgency, sla_class, district, channel, line,
      citizen_key, location, demand_class, recorded_at, batch, open_during, exempt_during)
    select 'S', k, '', '', '', '', '', '', '', '', '', k, '', 'normal', now(), (select min(id) from import_batch), '{}', '{}'
    from unnest(array['13812345678', '331023198506071236', 'C0001234']) k`;
  const keys = await openKeyring(owner, openKeyStore(Buffer.alloc(32, 5).toString("base64"), ""), NOW);
  const rows = await owner.sql<{ order_id: string; citizen_key: string }[]>`select order_id, citizen_key from orders`;
  const of = new Map(rows.map((row) => [row.order_id, row.citizen_key]));
  expect(of.get("13812345678")).toBe(
    keys.citizenKey("", { name: "", phone: "138 1234 5678", idNumber: "", address: "" }),
  );
  expect(of.get("331023198506071236")).toMatch(/^k\./);
  expect(of.get("C0001234")).toBe("C0001234");
});
