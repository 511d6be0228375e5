import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase, verifyAudit } from "@tianyan/db";
import { CANONICAL_PROFILE } from "@tianyan/ingest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trustCount, trustFigure, trustSection } from "../../packages/db/test/support/trust";
import { checkFindings } from "../src/services/findings/check";
import { importFiles } from "../src/services/imports/import-files";
import { prepare } from "../src/services/installation/prepare";
import { contentOf } from "./support/content";
import { ACTOR, NOW, openServices } from "./support/county";
import { type DemoFiles, demoFiles } from "./support/demo";
import { type Cluster, createCluster, startImport } from "./support/kill";

const POINTS = trustCount(4, 100);
const ORDERS = trustCount(600, 800);

let demo: DemoFiles;
let cluster: Cluster;
/** What an import that nothing disturbs leaves, and how long it takes. */
let whole: Record<string, string>;
let lasted = 0;

/** Works in a new database; it goes with the work. */
async function inDatabase<T>(name: string, work: () => Promise<T>): Promise<T> {
  await cluster.create(name);
  try {
    return await work();
  } finally {
    await cluster.drop(name);
  }
}

async function withDatabase<T>(name: string, work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>) {
  const db = await openDatabase(cluster.url(name), { connections: 4 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** No import without its line in the trail, no line without its import, and the chain holds. */
async function everyBatchIsOnRecord(db: Database): Promise<void> {
  const [kept] = await db.sql<{ batches: string[]; recorded: string[] }[]>`
    select array(select id::text from import_batch order by id) as batches,
      array(select subject_id from audit_entry where action = 'import.recorded' and outcome = 'done' order by seq) as recorded`;
  expect(kept?.recorded).toEqual(kept?.batches);
  expect((await verifyAudit(db, {})).wrong).toBeNull();
}

beforeAll(async () => {
  demo = await demoFiles(ORDERS);
  cluster = await createCluster();
  await inDatabase("whole", () =>
    withDatabase("whole", async (db) => {
      await prepare(db, NOW);
      lasted = await startImport(cluster.url("whole"), demo.all, db).lasted;
      whole = await contentOf(db);
    }),
  );
});
afterAll(async () => {
  await cluster.remove();
  await demo.remove();
});

interface Outcome {
  readonly killed: "server" | "postgres";
  /** Of the time an import takes. */
  readonly share: number;
  /** It was still running when it was killed. */
  readonly running: boolean;
  /** What it recorded was there all the same. */
  readonly done: boolean;
  readonly milliseconds: number;
}
const outcomes: Outcome[] = [];

/** Places spread over the whole import, each somewhere in its part of it. */
const points = Array.from({ length: POINTS }, (_, index) => ({
  index,
  killed: index % 2 === 0 ? ("server" as const) : ("postgres" as const),
  share: (index + Math.random()) / POINTS,
}));

test.each(points)(
  "killed at point $index ($killed), an import leaves nothing half done; again, it is whole",
  async (point) => {
    const name = `point_${point.index}`;
    let underWay = false;
    await inDatabase(name, async () => {
      await withDatabase(name, async (db) => {
        await prepare(db, NOW);
        const running = startImport(cluster.url(name), demo.all, db);
        await running.began;
        await sleep(lasted * point.share);
        underWay = !running.over();
        if (point.killed === "server") running.kill();
        else await cluster.killAndRestart();
        await running.lasted;
      });
      await withDatabase(name, async (db) => {
        const [left] = await db.sql<{ batches: number; orders: number }[]>`
        select (select count(*) from import_batch)::int as batches, (select count(*) from orders)::int as orders`;
        expect(left?.orders).toBe((left?.batches ?? 0) * ORDERS);
        if (left?.batches === 1) expect(await contentOf(db)).toEqual(whole);
        await everyBatchIsOnRecord(db);

        const { services, close } = await openServices(db, NOW);
        const began = performance.now();
        await importFiles(services, ACTOR, { files: demo.all, profile: CANONICAL_PROFILE });
        outcomes.push({
          killed: point.killed,
          share: point.share,
          running: underWay,
          done: left?.batches === 1,
          milliseconds: performance.now() - began,
        });
        expect(await contentOf(db)).toEqual(whole);
        await everyBatchIsOnRecord(db);
        const { differences } = await checkFindings(services, ACTOR);
        expect(differences).toEqual({ missing: 0, other: 0, surplus: 0, orders: 0 });
        await close();
      });
    });
  },
);

afterAll(() => {
  if (outcomes.length < POINTS) return;
  const of = (killed: Outcome["killed"]) => outcomes.filter((outcome) => outcome.killed === killed);
  const line = (what: string, killed: Outcome["killed"]) =>
    `| ${what} | ${of(killed).length} | ${of(killed).filter(({ running }) => running).length} | ${of(killed).filter(({ done }) => !done).length} | ${of(killed).length} |`;
  trustFigure(
    6,
    `kills of an import by SIGKILL, half of them of PostgreSQL: half done, without its audit row`,
    `${outcomes.length}: 0, 0`,
  );
  trustSection(
    "An import is killed",
    `An import of ${ORDERS} orders (${whole.order_event?.split(" ")[0]} events, ${whole.finding?.split(" ")[0]} findings) is killed by SIGKILL at a place that is
different each time, from its first statement to its end; then what is left is compared, and the same files are imported again.
Whole: orders, events, findings with their units, legs and units have the same ordered hash as after an import that nothing
disturbed, and \`tianyan check\` finds no difference. What is recorded has its line in the audit trail, whose chain holds.

| killed | times | while it ran | nothing was recorded yet | whole after the second import |
| --- | --- | --- | --- | --- |
${line("the process that imports", "server")}
${line("PostgreSQL (its postmaster)", "postgres")}

Half done was none: either everything of the import was there, or nothing. An undisturbed import took ${(lasted / 1000).toFixed(1)} s here.`,
  );
});
