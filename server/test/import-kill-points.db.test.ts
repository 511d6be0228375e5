import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@tianyan/db";
import { CANONICAL_PROFILE } from "@tianyan/ingest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFindings } from "../src/services/findings/check";
import { importFiles } from "../src/services/imports/import-files";
import { prepare } from "../src/services/installation/prepare";
import { contentOf } from "./support/content";
import { ACTOR, NOW, openServices } from "./support/county";
import { type DemoFiles, demoFiles } from "./support/demo";
import { type Cluster, createCluster, startImport } from "./support/kill";

const POINTS = Number(process.env.KILL_POINTS ?? 4);
const ORDERS = Number(process.env.KILL_ORDERS ?? 600);
const REPORT = process.env.KILL_REPORT;

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
        const { differences } = await checkFindings(services, ACTOR);
        expect(differences).toEqual({ missing: 0, other: 0, surplus: 0, orders: 0 });
        await close();
      });
    });
  },
);

afterAll(async () => {
  if (!REPORT || outcomes.length < POINTS) return;
  const of = (killed: Outcome["killed"]) => outcomes.filter((outcome) => outcome.killed === killed);
  const line = (what: string, killed: Outcome["killed"]) =>
    `| ${what} | ${of(killed).length} | ${of(killed).filter(({ running }) => running).length} | ${of(killed).filter(({ done }) => !done).length} | ${of(killed).length} |`;
  await writeFile(
    fileURLToPath(new URL(`../../${REPORT}`, import.meta.url)),
    `# What was tried to break it

Written by \`pnpm trust:kill\`.

## An import is killed

An import of ${ORDERS} orders (${whole.order_event?.split(" ")[0]} events, ${whole.finding?.split(" ")[0]} findings) is killed by SIGKILL at a place that is
different each time, from its first statement to its end; then what is left is compared, and the same files are imported again.
Whole: orders, events, findings with their units, legs and units have the same ordered hash as after an import that nothing
disturbed, and \`tianyan check\` finds no difference.

| killed | times | while it ran | nothing was recorded yet | whole after the second import |
|---|---|---|---|---|
${line("the process that imports", "server")}
${line("PostgreSQL (its postmaster)", "postgres")}

Half done was none: either everything of the import was there, or nothing. An undisturbed import took ${(lasted / 1000).toFixed(1)} s here.
Machine: ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.
`,
  );
});
