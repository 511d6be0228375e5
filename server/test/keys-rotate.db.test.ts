import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase } from "../../packages/db/test/support/database";
import { openKeyring } from "../src/keys/open-keyring";
import { openKeyStore } from "../src/keys/store";
import { callersNow } from "../src/services/personal/shown";
import { fileOf, NOW } from "./support/county";
import { dataFolder, run } from "./support/process";

const CLI = "server/src/cli/main.ts";
const COUNT = 6_000;

test("a rotation that is killed loses nothing and goes on; without its key nothing starts, in one line", async () => {
  const { db, drop } = await createTestDatabase();
  onTestFinished(drop);
  const folder = await dataFolder();
  const env = { DATABASE_URL: db.url, DATA_DIR: folder };
  const rows = Array.from({ length: COUNT }, (_, n) => `A${n},138${String(n).padStart(8, "0")}`);
  const orders = await fileOf("orders.csv", ["order_id,phone", ...rows]);
  expect(await run(CLI, ["import", orders], env).ended).toMatchObject({ code: 0 });
  const keys = async (): Promise<readonly { key_id: string; n: number }[]> =>
    db.sql<{ key_id: string; n: number }[]>`select key_id, count(*)::int as n from callers group by key_id`;

  const rotating = run(CLI, ["keys", "rotate"], env);
  let over = false;
  void rotating.ended.then(() => {
    over = true;
  });
  while (!over && (await keys()).length < 2) await wait(5);
  rotating.process.kill("SIGKILL");
  await rotating.ended;
  expect((await keys()).reduce((sum, { n }) => sum + n, 0)).toBe(COUNT);

  const again = await run(CLI, ["keys", "rotate"], env).ended;
  expect(again.code, again.stderr).toBe(0);
  const { key } = JSON.parse(again.stdout) as { key: string };
  expect(await keys()).toEqual([{ key_id: key, n: COUNT }]);
  const keyring = await openKeyring(db, openKeyStore(null, join(folder, "keys")), NOW);
  const all = rows.map((_, n) => ({ source: "12345", orderId: `A${n}` }));
  const phones = [...(await callersNow(db.sql, keyring, all)).values()].map(({ phone }) => phone);
  expect(phones.sort()).toEqual(rows.map((row) => row.split(",")[1]).sort());

  // Keys that nothing needs may go; the one that is needed may not.
  const kept = join(folder, "keys", `${key}.key`);
  for (const name of await readdir(join(folder, "keys")))
    if (name !== `${key}.key`) await rename(join(folder, "keys", name), join(folder, name));
  expect((await run(CLI, ["check"], env).ended).code).toBe(0);
  await rename(kept, join(folder, "away"));
  const lost = await run(CLI, ["check"], env).ended;
  expect(lost).toMatchObject({ code: 2, stdout: "" });
  expect(lost.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(lost.stderr).toContain(key);
}, 300_000);
