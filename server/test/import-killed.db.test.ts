import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createCounty } from "./support/county";
import { type DemoFiles, demoFiles } from "./support/demo";
import { dataFolder, run } from "./support/process";
import { runDetect } from "./support/stories";

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(1_500);
});
afterAll(() => demo.remove());

/** What the database is busy with shows how far the import is. */
const STAGES = [
  ["reading", "%copy import_staging%"],
  ["recording", "%insert into order_event%"],
  ["judging", "%insert into finding%"],
] as const;

test.each(STAGES)("an import killed while %s leaves nothing half done, and again it is whole", async (_, statement) => {
  const county = await createCounty();
  onTestFinished(county.drop);
  const db = county.owner;
  const env = { DATABASE_URL: db.url, DATA_DIR: await dataFolder() };
  const first = run("server/src/cli/main.ts", ["import", ...demo.all], env);
  const seen = async () =>
    (
      await db.sql`
        select from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query like ${statement}`
    ).length > 0;
  while (!(await seen()) && first.process.exitCode === null) await sleep(2);
  first.process.kill("SIGKILL");
  await first.ended;
  const [batches] = await db.sql<{ count: number }[]>`select count(*)::int as count from import_batch`;
  const [orders] = await db.sql<{ count: number }[]>`select count(*)::int as count from orders`;
  expect(orders?.count).toBe((batches?.count ?? 0) * 1_500);

  await county.load(demo.all);
  await county.check();
  const { units, competence, orders: heads, events } = demo;
  expect(await county.findings()).toEqual(await runDetect({ units, competence, orders: heads, events }));
  expect(await db.sql`select from import_batch`).toHaveLength(1);
});
