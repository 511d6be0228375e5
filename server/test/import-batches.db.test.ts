import { afterAll, beforeAll, expect, test } from "vitest";
import { countyOfTest, fileOf } from "./support/county";
import { type DemoFiles, demoFiles, tableOf } from "./support/demo";
import { shuffled } from "./support/desk";
import { runDetect } from "./support/stories";

/** TIANYAN_MOST_BATCHES=500 for the full figure. */
const MOST = Number(process.env.TIANYAN_MOST_BATCHES ?? 30);

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(150);
});
afterAll(() => demo.remove());

const sorted = (records: readonly unknown[]): string[] => records.map((record) => JSON.stringify(record)).sort();

/** Rows that happen at the same instant to the same order stay together and in order. */
function parts(rows: readonly string[], batches: number): string[][] {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const [order, , at] = row.split(",");
    groups.set(`${order}|${at}`, [...(groups.get(`${order}|${at}`) ?? []), row]);
  }
  const heaps: string[][] = Array.from({ length: batches }, () => []);
  for (const [index, group] of shuffled([...groups.values()], 7).entries()) heaps[index % batches]?.push(...group);
  return heaps.filter((heap) => heap.length > 0);
}

test.each([1, 7, MOST])(
  "the same events in %i shuffled batches give the findings of detect on the whole",
  { timeout: 600_000 },
  async (batches) => {
    const county = await countyOfTest();
    const { header, rows } = await tableOf(demo.events);
    await county.load([demo.units, demo.competence, demo.orders]);
    for (const part of parts(rows, batches)) await county.load([await fileOf("part.csv", [header, ...part])]);
    const { units, competence, orders, events } = demo;
    expect(sorted(await county.findings())).toEqual(sorted(await runDetect({ units, competence, orders, events })));
    await county.check();
  },
);
