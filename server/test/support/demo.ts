import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoPresent, writeDemo } from "@tianyan/seed";
import { NOW } from "./county";

export interface DemoFiles {
  readonly units: string;
  readonly competence: string;
  readonly orders: string;
  readonly events: string;
  /** In the order to load them. */
  readonly all: readonly string[];
  readonly remove: () => Promise<void>;
}

/** Export files of a small invented county that lives until the tests' present. */
export async function demoFiles(orders: number, seed = 3): Promise<DemoFiles> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-demo-test-"));
  const { files } = await writeDemo(folder, { orders, seed, until: demoPresent(NOW) });
  const [units = "", competence = "", ordersFile = "", events = ""] = files;
  return {
    units,
    competence,
    orders: ordersFile,
    events,
    all: files,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Header and rows of a file in which no field holds a line break. */
export async function tableOf(path: string): Promise<{ readonly header: string; readonly rows: string[] }> {
  const [header = "", ...rows] = (await readFile(path, "utf8"))
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split(/\r?\n/);
  return { header, rows };
}
