import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instant, isDemandClass, isEventKind } from "@tianyan/core";
import { CANONICAL_PROFILE, readTables } from "@tianyan/ingest";
import { afterAll, describe, expect, it } from "vitest";
import { COMPETENCE } from "../src/county/competence";
import { UNIT_ROWS } from "../src/county/units";
import { demoParts, simulate, writeDemo, writeDemoPart, writeDemoRegistry } from "../src/index";
import { readCsv } from "./read-csv";

const UNTIL = instant(Date.parse("2026-11-20T06:30:00Z"));
const made: string[] = [];
async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "seed-"));
  made.push(dir);
  return dir;
}
afterAll(async () => {
  for (const dir of made) await rm(dir, { recursive: true });
});

async function digests(seed: number): Promise<string[]> {
  const { files, truth } = await writeDemo(await folder(), { orders: 600, seed, until: UNTIL });
  const digest = async (path: string) =>
    createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  return Promise.all([...files, truth].map(digest));
}

describe("the export files of the demo", () => {
  it("are the same bytes for the same seed and present", async () => {
    expect(await digests(7)).toEqual(await digests(7));
  });

  it("are others for another seed, but for units and competence", async () => {
    const [units, competence, ...rest] = await digests(7);
    const [sameUnits, sameCompetence, ...others] = await digests(8);
    expect([sameUnits, sameCompetence]).toEqual([units, competence]);
    for (const [index, digest] of others.entries()) expect(digest).not.toBe(rest[index]);
  });

  it("do not depend on the zone of the machine", async () => {
    const before = process.env.TZ;
    const seen: string[][] = [];
    try {
      for (const name of ["UTC", "Asia/Shanghai", "America/Los_Angeles"]) {
        process.env.TZ = name;
        seen.push(await digests(3));
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it("hold canonical rows: known kinds and classes, listed units, unique ids, nothing after the present", async () => {
    const { files, profile } = await writeDemo(await folder(), { orders: 800, seed: 1, until: UNTIL });
    const [units = [], competence = [], orders = [], events = []] = await Promise.all(files.map(readCsv));
    const known = new Set(units.flatMap((row) => [row.code, row.name, ...(row.aliases ?? "").split("|")]));
    expect(profile).toBeNull();
    expect(units).toHaveLength(UNIT_ROWS.length);
    expect(competence).toHaveLength(COMPETENCE.length);
    expect(competence.filter((row) => !known.has(row.unit))).toEqual([]);
    expect(orders).toHaveLength(800);
    expect(orders.filter((row) => !isDemandClass(row.demand_class ?? ""))).toEqual([]);
    const ids = new Set(orders.map((row) => row.order_id));
    expect(ids.size).toBe(800);
    expect(new Set(events.map((row) => row.event_id)).size).toBe(events.length);
    for (const event of events) {
      expect(ids.has(event.order_id)).toBe(true);
      expect(isEventKind(event.kind ?? "")).toBe(true);
      expect(known.has(event.unit) || event.unit === "").toBe(true);
      expect(known.has(event.to_unit) || event.to_unit === "").toBe(true);
      expect(Date.parse(event.at ?? "")).toBeLessThanOrEqual(UNTIL);
    }
  });

  it("are read without a rejected row", async () => {
    const { files } = await writeDemo(await folder(), { orders: 500, seed: 4, until: UNTIL });
    const rows = { units: 0, competence: 0, orders: 0, events: 0 };
    const reading = readTables({ files, profile: CANONICAL_PROFILE, zone: "Asia/Shanghai", now: UNTIL });
    for await (const batch of reading) {
      expect(batch.rejects).toEqual([]);
      rows[batch.table] += batch.rows.length;
    }
    expect(rows).toMatchObject({ units: 60, competence: COMPETENCE.length, orders: 500 });
    expect(rows.events).toBeGreaterThan(3000);
  });

  it("keep the events of an order together, oldest first", async () => {
    const { files } = await writeDemo(await folder(), { orders: 500, seed: 2, until: UNTIL });
    const events = await readCsv(files[3] ?? "");
    const finished = new Set<string>();
    for (const [index, event] of events.entries()) {
      const before = events[index - 1];
      if (before && before.order_id !== event.order_id) finished.add(before.order_id ?? "");
      expect(finished.has(event.order_id ?? "")).toBe(false);
      if (before?.order_id !== event.order_id) continue;
      expect(Date.parse(event.at ?? "")).toBeGreaterThanOrEqual(Date.parse(before?.at ?? ""));
    }
  });
});

describe("a county in parts", () => {
  const options = { orders: 900, seed: 5, until: UNTIL };

  it("is of whole months, the newest first, none of more orders than asked unless it is one month", () => {
    for (const most of [150, 400, 10_000]) {
      const parts = demoParts(options, most);
      expect(parts.reduce((sum, { orders }) => sum + orders, 0)).toBe(options.orders);
      expect(parts[0]?.last).toBe("2026-11");
      for (const [index, { first, last, orders }] of parts.entries()) {
        expect(orders <= most || first === last).toBe(true);
        const older = parts[index + 1];
        if (older) expect(older.last < first).toBe(true);
      }
    }
    expect(demoParts(options, 10_000)).toHaveLength(1);
    expect(demoParts({ ...options, orders: 200_000 }).length).toBeGreaterThan(6);
  });

  it("holds, row for row, what the whole holds", async () => {
    const whole = await writeDemo(await folder(), options);
    const lines = async (path = "") => (await readFile(path, "utf8")).trimEnd().split("\n");
    const [, , orders, events] = await Promise.all(whole.files.map(lines));
    const parts = demoParts(options, 150);
    expect(parts.length).toBeGreaterThan(3);
    const tables = await Promise.all(
      parts.map(async (part) => Promise.all((await writeDemoPart(await folder(), options, part)).map(lines))),
    );
    const oldestFirst = [...tables].reverse();
    expect([orders?.[0], ...oldestFirst.flatMap(([own = []]) => own.slice(1))]).toEqual(orders);
    expect([events?.[0], ...oldestFirst.flatMap(([, own = []]) => own.slice(1))]).toEqual(events);
    for (const [index, part] of parts.entries()) expect(tables[index]?.[0]).toHaveLength(part.orders + 1);
  });

  it("comes with the registry of the whole", async () => {
    const whole = await writeDemo(await folder(), options);
    const registry = await writeDemoRegistry(await folder());
    for (const [index, path] of registry.entries())
      expect(await readFile(path, "utf8")).toBe(await readFile(whole.files[index] ?? "", "utf8"));
  });
});

describe("two demos in one database", () => {
  it("share no order number, unless they are the same demo", () => {
    const ids = (seed: number, until = UNTIL) =>
      new Set([...simulate({ orders: 500, seed, until })].map(({ order }) => order.id));
    const first = ids(1);
    expect([...ids(2)].filter((id) => first.has(id))).toEqual([]);
    expect([...ids(1, instant(UNTIL + 86_400_000))].filter((id) => first.has(id))).toEqual([]);
    expect(ids(1)).toEqual(first);
  });
});

describe("the units of the county", () => {
  it("are sixty, in one tree, each word naming one of them", () => {
    expect(UNIT_ROWS).toHaveLength(60);
    const codes = new Set(UNIT_ROWS.map((row) => row.code));
    expect(UNIT_ROWS.filter((row) => row.parent !== "" && !codes.has(row.parent))).toEqual([]);
    expect(UNIT_ROWS.filter((row) => row.parent === "")).toHaveLength(1);
    expect(UNIT_ROWS.filter((row) => row.kind === "centre").map((row) => row.code)).toEqual([
      "centre",
      "centre-east",
      "centre-west",
    ]);
    const words = UNIT_ROWS.flatMap((row) => [row.code, row.name, ...row.aliases]);
    expect(new Set(words).size).toBe(words.length);
  });

  it("leave the names of the stories' units alone", async () => {
    const words = new Set(
      UNIT_ROWS.filter((row) => row.kind !== "centre").flatMap((row) => [row.name, ...row.aliases]),
    );
    for (const story of ["jiading", "yanggu", "xiangshui"]) {
      const events = await readCsv(new URL(`../stories/${story}/events.csv`, import.meta.url).pathname);
      for (const event of events) expect([event.unit, event.to_unit].some((word) => words.has(word ?? ""))).toBe(false);
    }
  });
});
