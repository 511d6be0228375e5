import { rm } from "node:fs/promises";
import { join } from "node:path";
import { instant } from "@tianyan/core";
import { openDatabase, openPools } from "@tianyan/db";
import { CANONICAL_PROFILE } from "@tianyan/ingest";
import { demoPresent, writeDemo } from "@tianyan/seed";
import { SYSTEM_ACTOR } from "../../../../server/src/auth/actor";
import { openKeyring } from "../../../../server/src/keys/open-keyring";
import { openKeyStore } from "../../../../server/src/keys/store";
import { importFiles } from "../../../../server/src/services/imports/import-files";
import { prepare } from "../../../../server/src/services/installation/prepare";
import type { Cluster } from "../cluster";
import { bareCopy } from "./bare-copy";

/** The county's present: the same bytes in every run. */
export const NOW = instant(Date.UTC(2026, 10, 21, 4));

/** Of the callers; the product that is started on the same database has it too. */
export const KEY = Buffer.alloc(32, 7).toString("base64");

export interface ImportFigures {
  readonly orders: number;
  readonly events: number;
  readonly findings: number;
  /** The whole import: read, record, judge, statistics. */
  readonly seconds: number;
  /** By stage, in the order in which they came. */
  readonly stages: readonly { readonly stage: string; readonly seconds: number }[];
  /** Bare COPY of the same events, each time. */
  readonly bare: readonly number[];
}

/** Imports a county of `orders` into the new database at `url`, then copies its events beside it. */
export async function measureImport(cluster: Cluster, url: string, orders: number): Promise<ImportFigures> {
  const folder = join(cluster.folder, `county-${orders}`);
  const { files } = await writeDemo(folder, { orders, seed: 1, until: demoPresent(NOW) });
  const db = await openDatabase(url);
  try {
    await prepare(db, NOW);
    const { app, replay } = await openPools(db);
    const keys = await openKeyring(db, openKeyStore(KEY, ""), NOW);
    const services = { db: app, work: replay, keys, now: () => NOW, version: "bench" };
    const stages: { stage: string; began: number }[] = [];
    const began = performance.now();
    const summary = await importFiles(services, SYSTEM_ACTOR, {
      profile: CANONICAL_PROFILE,
      files,
      onProgress: ({ stage }) => {
        if (stages.at(-1)?.stage !== stage) stages.push({ stage, began: stages.length ? performance.now() : began });
      },
    });
    const ended = performance.now();
    await Promise.all([app.close(), replay.close()]);
    const [row] = await db.sql<{ events: number }[]>`select count(*)::int as events from order_event`;
    return {
      orders: summary.orders,
      events: row?.events ?? 0,
      findings: summary.findings.added,
      seconds: (ended - began) / 1000,
      stages: stages.map(({ stage, began: from }, index) => ({
        stage,
        seconds: ((stages[index + 1]?.began ?? ended) - from) / 1000,
      })),
      bare: await bareCopy(url, 3),
    };
  } finally {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  }
}
