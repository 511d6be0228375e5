import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded, stopEmbedded } from "../src/index";

declare module "vitest" {
  interface ProvidedContext {
    /** Of a PostgreSQL for this run alone, or of TEST_DATABASE_URL; its user may create databases. */
    readonly databaseUrl: string;
  }
}

/** One PostgreSQL for the whole run, on a free port and in a folder of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== "") {
    project.provide("databaseUrl", given);
    return async () => undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), "tianyan-test-"));
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder);
  project.provide("databaseUrl", server.url);
  return async () => {
    await stopEmbedded(server.pid);
    await rm(folder, { recursive: true, force: true });
  };
}
