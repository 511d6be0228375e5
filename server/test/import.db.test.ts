import { copyFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importFiles } from "../src/services/imports/import-files";
import { checksum } from "./support/checksum";
import { ACTOR, countyOfTest, fileOf } from "./support/county";
import { type DemoFiles, demoFiles, tableOf } from "./support/demo";
import { runDetect } from "./support/stories";

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(250);
});
afterAll(() => demo.remove());

const sorted = (records: readonly unknown[]): string[] => records.map((record) => JSON.stringify(record)).sort();

test("a county loaded gives what detect gives, in the same order and with the same figures", async () => {
  const county = await countyOfTest();
  const summary = await county.load(demo.all);
  expect(summary).toMatchObject({ orders: 250, rejected: 0 });
  const { units, competence, orders, events } = demo;
  expect(await county.findings()).toEqual(await runDetect({ units, competence, orders, events }));
  await county.check();
});

test("the same files twice change nothing, under whatever name", async () => {
  const county = await countyOfTest();
  await county.load(demo.all);
  const before = await checksum(county.owner);
  const copy = await fileOf("copy.csv", []);
  await copyFile(demo.events, copy);
  const summary = await county.load([...demo.all, copy]);
  expect(summary).toMatchObject({ batch: null, events_rows: 0 });
  expect(await checksum(county.owner)).toBe(before);
});

test("rows already recorded are not recorded again when another file brings them", async () => {
  const county = await countyOfTest();
  await county.load(demo.all);
  const before = await county.findings();
  const { header, rows } = await tableOf(demo.events);
  const summary = await county.load([await fileOf("overlap.csv", [header, ...rows.slice(100, 300)])]);
  expect(summary).toMatchObject({ events_rows: 0, known_rows: 200, judged: 0 });
  expect(await county.findings()).toEqual(before);
});

test("rows without ids are not recorded again either, but one more of the same is", async () => {
  const county = await countyOfTest();
  const header = "order_id,at,kind,unit,to_unit";
  const first = ["A,2026-03-02T09:00:00+08:00,accepted,,", "A,2026-03-02T09:10:00+08:00,dispatched,centre,住建局"];
  await county.load([await fileOf("a.csv", [header, ...first])]);
  const again = await county.load([
    await fileOf("b.csv", [header, ...first, first[1] ?? "", "A,2026-03-02T10:00:00+08:00,signed,住建局,"]),
  ]);
  expect(again).toMatchObject({ events_rows: 2, known_rows: 2 });
  const rows = await county.owner.sql`select ref from order_event order by position`;
  expect(rows.map((row) => row.ref)).toEqual(["#1", "#2", "#5", "#6"]);
});

test("spans of time that touch are stored as they compare: done and reopened at once, one class after another", async () => {
  const county = await countyOfTest();
  await county.load([
    await fileOf("touching.csv", [
      "order_id,at,kind,unit,to_unit,result",
      "A,2026-03-02T09:00:00+08:00,accepted,,,",
      "A,2026-03-02T09:10:00+08:00,dispatched,centre,住建局,",
      "A,2026-03-20T09:00:00+08:00,completed,住建局,,",
      "A,2026-03-20T09:00:00+08:00,reopened,centre,城管局,",
      "A,2026-03-21T09:00:00+08:00,classified,centre,,unlawful",
      "A,2026-03-23T09:00:00+08:00,classified,centre,,unreasonable",
    ]),
  ]);
  await county.check();
});

/** Rows that happen at the same instant to the same order stay together and in order. */
function shuffled(rows: readonly string[], batches: number): string[][] {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const [order, , at] = row.split(",");
    groups.set(`${order}|${at}`, [...(groups.get(`${order}|${at}`) ?? []), row]);
  }
  const parts: string[][] = Array.from({ length: batches }, () => []);
  let state = 12_345;
  for (const group of groups.values()) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    parts[state % batches]?.unshift(...group);
  }
  return parts;
}

test("the same events in seven shuffled batches give the same findings", async () => {
  const whole = await countyOfTest();
  await whole.load(demo.all);
  const parted = await countyOfTest();
  const { header, rows } = await tableOf(demo.events);
  expect(header).toMatch(/^order_id,event_id,at,/);
  await parted.load([demo.units, demo.orders]);
  for (const part of shuffled(rows, 7)) await parted.load([await fileOf("part.csv", [header, ...part])]);
  await parted.load([demo.competence]);
  expect(sorted(await parted.findings())).toEqual(sorted(await whole.findings()));
  await parted.check();
});

const EVENTS = "order_id,event_id,at,kind,unit,to_unit,result";

test("a correction counts once it is known, and both versions stay on record", async () => {
  const county = await countyOfTest();
  const accepted = "A,1,2026-03-02T09:00:00+08:00,accepted,centre,,";
  const late = "A,2,2026-03-12T09:00:00+08:00,dispatched,centre,住建局,";
  await county.load([await fileOf("a.csv", [EVENTS, accepted, late])]);
  const undispatched = async () => (await county.findings()).find(({ rule }) => rule === "undispatched");
  expect(await undispatched()).toMatchObject({ red_at: "2026-03-09T16:00:00.000Z" });
  const corrected = "A,2,2026-03-02T09:30:00+08:00,dispatched,centre,住建局,";
  const summary = await county.load([await fileOf("b.csv", [EVENTS, corrected])]);
  expect(summary.findings.removed).toBeGreaterThan(0);
  expect(await undispatched()).toBeUndefined();
  const { sql } = county.owner;
  expect(await sql`select at, batch from order_event where ref = '2' order by position`).toHaveLength(2);
  await county.check();
});

test("rejected rows are kept with their reason; accepted and rejected are the whole file", async () => {
  const county = await countyOfTest();
  const rows = [
    "A,1,2026-03-02T09:00:00+08:00,accepted,centre,,",
    "A,2,yesterday,dispatched,centre,住建局,",
    ",3,2026-03-02T09:00:00+08:00,signed,,,",
    "A,4,2026-03-02T09:00:00+08:00,挥手,,,",
    "A,5,1989-12-31T00:00:00Z,noted,,,",
    "A,6,2027-01-01T00:00:00Z,noted,,,",
  ];
  const summary = await county.load([await fileOf("bad.csv", [EVENTS, ...rows])]);
  expect(summary.events_rows + summary.rejected).toBe(rows.length);
  const kept = await county.owner.sql`select row::int, column_name, value, code from import_reject order by row`;
  expect(kept.map((reject) => [reject.row, reject.column_name, reject.code])).toEqual([
    [2, "at", "unreadable_instant"],
    [3, "order_id", "missing"],
    [4, "kind", "unknown_kind"],
    [5, "at", "before_1990"],
    [6, "at", "in_the_future"],
  ]);
});

test("a file that cannot be used is refused before anything of the others is written", async () => {
  const county = await countyOfTest();
  const before = await checksum(county.owner);
  const broken = await fileOf("broken.csv", ["order_id,kind", "A,accepted"]);
  await expect(county.load([demo.units, demo.events, broken])).rejects.toThrow();
  expect(await checksum(county.owner)).toBe(before);
});

test.each(["reading", "recording", "judging"] as const)(
  "an import cut off while %s leaves nothing behind",
  async (stage) => {
    const county = await countyOfTest();
    const before = await checksum(county.owner);
    const cut = new AbortController();
    const { CANONICAL_PROFILE: profile } = await import("@tianyan/ingest");
    const cutOff = importFiles(county.services, ACTOR, {
      profile,
      files: demo.all,
      signal: cut.signal,
      onProgress: (progress) => progress.stage === stage && cut.abort(new Error("cut off")),
    });
    // What was told last may be the last there was to do: then it is whole.
    const whole = await cutOff.then(
      () => true,
      () => false,
    );
    if (!whole) expect(await checksum(county.owner)).toBe(before);
    await county.load(demo.all);
    expect(await county.findings()).toEqual(await runDetect({ ...demo, events: demo.events }));
  },
);
