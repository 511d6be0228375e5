/**
 * `pnpm bench [--orders 20000,200000] [--only import,answers,actions,changes,first-start,detect] [--detect-events N] [--out docs/benchmarks.md]`
 * Answers, actions and changes are timed on the largest county that was imported, a first start with as many orders.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type ActionFigures, measureActions } from "./actions/measure";
import { type ChangeFigures, measureChanges } from "./changes/measure";
import { createCluster } from "./cluster";
import { type DetectFigures, measureDetect } from "./detect/measure";
import { measureFirstStart } from "./first-start/measure";
import { type ImportFigures, measureImport } from "./import/measure";
import { type Figures, page, ratio } from "./report/page";
import { type Answers, measureAnswers } from "./watchlist/measure";
import { signInLiaison, signInPeople, signInSteward } from "./watchlist/people";
import { startProduct } from "./watchlist/product";

/** Imports of up to `LARGE` orders are measured so often: what else a machine does falls on one of them. */
const TIMES = 3;
const LARGE = 50_000;

const ROOT = join(import.meta.dirname, "../../..");

const { values } = parseArgs({
  options: {
    orders: { type: "string", default: "20000,200000" },
    only: { type: "string", default: "import,answers,actions,changes,first-start,detect" },
    "detect-events": { type: "string", default: "1000000" },
    out: { type: "string", default: "docs/benchmarks.md" },
  },
});
const parts = new Set(values.only.split(","));
const sizes = values.orders.split(",").map(Number);
const largest = Math.max(...sizes);

async function run(): Promise<Figures> {
  const imports: ImportFigures[] = [];
  let answers: { orders: number; rows: readonly Answers[] } | null = null;
  let actions: readonly ActionFigures[] = [];
  let changes: readonly ChangeFigures[] = [];
  const asked = ["answers", "actions", "changes"].some((part) => parts.has(part));
  const wanted = (orders: number): boolean => orders === largest && asked;
  const detect: DetectFigures[] = [];
  const cluster = await createCluster();
  try {
    for (const orders of sizes) {
      if (!parts.has("import") && !wanted(orders)) continue;
      const name = `county_${orders}`;
      let url = await cluster.create(name);
      for (let time = 1; ; time++) {
        const figures = await measureImport(cluster, url, orders);
        imports.push(figures);
        console.log(
          `import of ${orders} orders: ${figures.seconds.toFixed(1)} s, ${ratio(figures).toFixed(3)} of bare COPY`,
        );
        if (time === (orders > LARGE ? 1 : TIMES)) break;
        await cluster.drop(name);
        url = await cluster.create(name);
      }
      if (wanted(orders)) {
        const product = await startProduct(url, cluster.folder);
        try {
          if (parts.has("answers")) {
            const rows: Answers[] = [];
            for (const asker of await signInPeople(url, product.address)) rows.push(...(await measureAnswers(asker)));
            answers = { orders, rows };
          }
          if (parts.has("actions")) actions = await measureActions(await signInLiaison(url, product.address));
          if (parts.has("changes")) changes = await measureChanges(await signInSteward(url, product.address));
        } finally {
          await product.stop();
        }
        for (const { what, p50, p95 } of [...(answers?.rows ?? []), ...actions])
          console.log(`${what}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
        for (const { what, orders: some, seconds } of changes)
          console.log(`${what}: ${some} orders, ${seconds.toFixed(1)} s`);
      }
      await cluster.drop(name);
    }
    if (parts.has("detect"))
      for (const form of ["grouped", "shuffled"] as const)
        detect.push(await measureDetect(form, Number(values["detect-events"])));
    const version = await cluster.version();
    const firstStart = parts.has("first-start") ? await measureFirstStart(largest) : null;
    if (firstStart)
      console.log(`first start: page ${firstStart.page.toFixed(1)} s, all ${firstStart.loaded.toFixed(1)} s`);
    return { postgres: version, imports, answers, actions, changes, firstStart, detect };
  } finally {
    await cluster.remove();
  }
}

const out = join(ROOT, values.out);
const figures = await run();
await mkdir(dirname(out), { recursive: true });
await writeFile(out, page(figures, new Date().toISOString().slice(0, 10)));
console.log(`written to ${values.out}`);
