import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase } from "../../packages/db/test/support/database";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { detectWith, testFolder } from "./detect-run";
import { TEST_KEY } from "./support/county";
import { demoFiles } from "./support/demo";
import { shuffled } from "./support/desk";
import { dataFolder, run } from "./support/process";

const CLI = "server/src/cli/main.ts";
const ZONES = ["UTC", "Asia/Shanghai", "America/Los_Angeles"];

const { write } = testFolder();

async function demoOf(orders: number, seed?: number) {
  const demo = await demoFiles(orders, seed);
  onTestFinished(demo.remove);
  return demo;
}

test("whatever the time zone of the machine, files are judged, imported and told to the same bytes", async () => {
  const orders = trustCount(120, 5_000);
  const instants = [["--at", "2026-09-15T02:00:00.000Z"], []].slice(0, trustCount(1, 2));
  const demo = await demoOf(orders);
  const judged = new Set<string>();
  const told = new Set<string>();
  let bytes = 0;
  for (const zone of ZONES) {
    const detect = await run(CLI, ["detect", "--events", demo.events, "--orders", demo.orders], { TZ: zone }).ended;
    expect(detect, detect.stderr).toMatchObject({ code: 0 });
    judged.add(detect.stdout);
    const { db, drop } = await createTestDatabase();
    onTestFinished(drop);
    const env = { TZ: zone, DATABASE_URL: db.url, DATA_DIR: await dataFolder(), TIANYAN_KEY: TEST_KEY };
    const imported = await run(CLI, ["import", ...demo.all], env).ended;
    expect(imported, imported.stderr).toMatchObject({ code: 0 });
    for (const at of instants) {
      const { stdout } = await run(CLI, ["findings", ...at], env).ended;
      bytes += stdout.length;
      told.add(`${at.length} ${stdout}`);
    }
  }
  expect(judged.size).toBe(1);
  expect(told.size).toBe(instants.length);
  expect([...judged][0]?.length).toBeGreaterThan(1_000);
  trustFigure(
    12,
    `time zones; orders; different outputs of detect, import and findings (${bytes} bytes)`,
    `${ZONES.length}; ${orders}; 0`,
  );
}, 600_000);

const linesOf = async (path: string): Promise<readonly [string, string[]]> => {
  const [header = "", ...rows] = (await readFile(path, "utf8")).trimEnd().split(/\r?\n/);
  return [header, rows];
};

test("shuffled, duplicated and foreign rows change no finding", async () => {
  const [orders, rounds] = [trustCount(150, 2_000), trustCount(3, 25)];
  const demo = await demoOf(orders);
  const strangers = await demoOf(40, 8);
  const [header, rows] = await linesOf(demo.events);
  const foreign = (await linesOf(strangers.events))[1].map((row) => `other-${row}`);
  const plain = await detectWith("--events", demo.events, "--orders", demo.orders);
  const own = (text: string): string[] => text.split("\n").filter((line) => !line.includes('"other-'));
  let changed = 0;
  for (let round = 1; round <= rounds; round++) {
    const doubled = shuffled(rows, round).slice(0, Math.floor(rows.length / 5));
    const path = write("mixed.csv", `${[header, ...shuffled([...rows, ...doubled, ...foreign], round)].join("\n")}\n`);
    const { out } = await detectWith("--events", path, "--orders", demo.orders);
    if (own(out).join("\n") !== own(plain.out).join("\n")) changed++;
  }
  expect(changed).toBe(0);
  expect(own(plain.out).length).toBeGreaterThan(10);
  trustFigure(
    12,
    `${rows.length} rows shuffled, a fifth twice, ${foreign.length} foreign: times; findings changed`,
    `${rounds}; ${changed}`,
  );
}, 600_000);
