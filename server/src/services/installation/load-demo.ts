import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSetting } from "@tianyan/db";
import { CANONICAL_PROFILE } from "@tianyan/ingest";
import { demoPresent, storyFiles, writeDemo } from "@tianyan/seed";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { type ImportProgress, type ImportSummary, importFiles } from "../imports/import-files";
import type { Services } from "../services";

export interface DemoRequest {
  readonly orders: number;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** Nothing was ever loaded. */
export async function isEmpty({ work }: Services): Promise<boolean> {
  const [row] = await work.sql<{ empty: boolean }[]>`
    select not exists (select from orders) and not exists (select from import_batch) as empty`;
  return row?.empty ?? false;
}

/** Loads the invented county, alive until today, and the stories, by the way any export comes in. */
export async function loadDemo(services: Services, actor: Actor, request: DemoRequest): Promise<ImportSummary> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-demo-"));
  try {
    await services.db.sql.begin(async (tx) => {
      await writeSetting(tx, "demo", true);
      const subject = { type: "setting", id: "demo" };
      await record(tx, actor, { action: "demo.loaded", subject, after: true, outcome: "done" });
    });
    const { orders, seed } = request;
    const demo = await writeDemo(folder, { orders, seed, until: demoPresent(services.now()) });
    const files = [...demo.files, ...storyFiles()];
    return await importFiles(services, actor, { ...request, profile: CANONICAL_PROFILE, files });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
