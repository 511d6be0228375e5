import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ImportItem } from "@tianyan/api";
import { openStaging } from "@tianyan/db";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { checksum } from "./support/checksum";
import { fileOf } from "./support/county";
import { type DemoFiles, demoFiles, tableOf } from "./support/demo";
import { type DeskOfTest, deskOfTest } from "./support/desk";

/** TIANYAN_CANCEL_POINTS=100 for a closer look. */
const POINTS = Number(process.env.TIANYAN_CANCEL_POINTS ?? 12);

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(400);
});
afterAll(() => demo.remove());

/** The demo's files, every fiftieth row of events without its kind: an import of them ends with workbooks of rejects. */
async function filesWithRejects(): Promise<readonly string[]> {
  const { header, rows } = await tableOf(demo.events);
  const kind = header.split(",").indexOf("kind");
  const broken = rows.map((row, at) => {
    const cells = row.split(",");
    if (at % 50 === 0) cells[kind] = "";
    return cells.join(",");
  });
  return [demo.units, demo.competence, demo.orders, await fileOf("events.csv", [header, ...broken])];
}

async function staged({ county }: DeskOfTest): Promise<number> {
  const [row] = await county.owner.sql<{ rows: number }[]>`select count(*)::int as rows from import_staging`;
  return row?.rows ?? 0;
}

test("an import is stopped at any moment, and nothing of it remains", { timeout: 180_000 }, async () => {
  const paths = await filesWithRejects();
  const measured = await deskOfTest();
  const began = performance.now();
  const whole = await measured.load(paths);
  const duration = performance.now() - began;
  expect(whole.summary?.rejected).toBeGreaterThan(10);

  const desk = await deskOfTest();
  const empty = await checksum(desk.county.owner);
  const uploads: string[] = [];
  for (const path of paths) uploads.push((await desk.upload(path)).id);
  let ended: ImportItem | null = null;
  for (let point = 0; point < POINTS; point++) {
    const { id } = await desk.client.startImport({ uploads });
    await wait((duration * point) / POINTS);
    const asked = performance.now();
    const item = await desk.client.cancelImport(id).catch(() => desk.ended(id));
    // It was faster than the one that was measured.
    if (item.state === "done") {
      ended = item;
      break;
    }
    expect(item).toMatchObject({
      state: "cancelled",
      progress: null,
      summary: null,
      error: { code: "import.cancelled" },
    });
    expect(performance.now() - asked, "it stops soon").toBeLessThan(10_000);
    expect(await checksum(desk.county.owner)).toBe(empty);
    expect(await staged(desk)).toBe(0);
    expect(await readdir(join(desk.desk.folder, "rejects")).catch(() => [])).toEqual([]);
  }
  ended ??= await desk.ended((await desk.client.startImport({ uploads })).id);
  expect(ended).toMatchObject({ state: "done", summary: { rejected: whole.summary?.rejected } });
  await desk.county.check();
});

test("an import that waits for another of the command line is stopped there", async () => {
  const desk = await deskOfTest();
  const { owner: db } = desk.county;
  const other = await openStaging(db.url);
  onTestFinished(() => other.close());
  const { id } = await desk.client.startImport({ uploads: [(await desk.upload(demo.events)).id] });
  const waits = async () =>
    (
      await db.sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
          and query like '%pg_advisory_lock%'`
    ).length > 0;
  while (!(await waits())) await wait(10);
  expect(await desk.client.cancelImport(id)).toMatchObject({ state: "cancelled" });
  expect(await waits()).toBe(false);
});
