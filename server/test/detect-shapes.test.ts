import { instant } from "@tianyan/core";
import { deriveEvents, loadProfile, openTable } from "@tianyan/ingest";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packRow, unpackRow } from "../src/services/detect/packed-row";
import { detectWith, testFolder } from "./detect-run";

const { write } = testFolder();
const STATES = ["待派,", "待办,甲局", "在办,甲局", "等待,甲局", "在办,乙局", "办结,乙局", "在办,甲局"];
const minute = (n: number): string => new Date(Date.UTC(2024, 2, 1, 0, n * 997)).toISOString();

/** Three shapes of a source whose rows all carry an event id and an instant of their own. */
const shapes = [
  {
    name: "state",
    profile:
      "source: s\nshape: state\nevents: {order_id: id, event_id: row, at: when, status: status, unit: unit}\norders: {order_id: id, category: kind}\n" +
      "status: {待派: pooled, 待办: queued, 在办: working, 等待: waiting, 办结: completed}\n",
    header: "id,row,kind,when,status,unit",
    rows: ["A", "B", "C"].flatMap((id, order) =>
      STATES.map((state, n) => `${id},${id}${n},城管,${minute(order * 20 + n)},${state}`),
    ),
  },
  {
    name: "step",
    profile:
      "source: s\nshape: step\nevents: {order_id: id, event_id: row, received_at: from, finished_at: to, outcome: outcome, unit: unit}\n" +
      "outcomes: {退单: [return_requested, return_approved], 转办: [], 办结: completed}\n",
    header: "id,row,from,to,outcome,unit",
    rows: ["A", "B", "C"].flatMap((id, order) =>
      ["退单,甲局", "转办,乙局", "退单,甲局", "办结,丙局"].map(
        (outcome, n) => `${id},${id}${n},${minute(order * 40 + n * 9)},${minute(order * 40 + n * 9 + 8)},${outcome}`,
      ),
    ),
  },
] as const;

describe.each(shapes)("shape $name, rows in any order", ({ name, profile: document, header, rows }) => {
  const profile = write(`${name}.yaml`, document);
  const file = (lines: readonly string[], called: string): string =>
    write(called, `${[header, ...lines].join("\n")}\n`);

  it("gives the same bytes by way of the disk as in passing", { timeout: 30_000 }, async () => {
    const passing = await detectWith("--events", file(rows, `${name}.csv`), "--profile", profile);
    expect(passing.code).toBe(0);
    expect(passing.out).not.toBe("");
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...rows], { minLength: rows.length }), async (shuffled) => {
        const found = await detectWith("--events", file(shuffled, `${name}-shuffled.csv`), "--profile", profile);
        expect(found.out).toBe(passing.out);
      }),
      { numRuns: 20 },
    );
  });

  it("keeps what its rows mean when they are packed for the disk", async () => {
    const table = await openTable(file(rows, `${name}-packed.csv`), await loadProfile(profile), "events");
    for await (const batch of table.read({ zone: "UTC", now: instant(Date.UTC(2026, 0, 1)) })) {
      if (batch.table !== "events") continue;
      const unpacked = batch.rows.map((row) => unpackRow(JSON.parse(JSON.stringify(packRow(row)))));
      expect(unpacked).toEqual(batch.rows);
      expect(deriveEvents(unpacked)).toEqual(deriveEvents(batch.rows));
    }
  });
});
