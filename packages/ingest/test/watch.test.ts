import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CANONICAL_PROFILE, openTables, type ReadWatch, recognise, writeWorkbook } from "../src/index";
import { NOW, testFolder } from "./files";
import { bytesOf } from "./workbooks";

const { write } = testFolder();
const OPTIONS = { zone: "Asia/Shanghai", now: NOW };
const HEADER = ["工单编号", "操作时间", "操作类型", "意见"];
const ROWS = Array.from({ length: 20_000 }, (_, n) => [`A${n % 900}`, "2024-03-05 09:07", "受理", `说明 ${n * 7919}`]);
const csv = [HEADER, ...ROWS].map((row) => row.join(",")).join("\n");
const json = ROWS.map((row) => JSON.stringify(Object.fromEntries(HEADER.map((header, at) => [header, row[at]]))));
const event = ([id, , kind]: readonly string[]) =>
  `<event><string key="工单编号" value="${id}"/><date key="操作时间" value="2024-03-05T09:07:00+08:00"/><string key="操作类型" value="${kind}"/></event>`;
const xes = `<?xml version="1.0" encoding="UTF-8"?><log><trace>${ROWS.map(event).join("")}</trace></log>`;

const FILES = {
  "a.csv": async () => Buffer.from(csv),
  "a.csv.gz": async () => gzipSync(csv),
  "a.ndjson": async () => Buffer.from(json.join("\n")),
  "a.xes.gz": async () => gzipSync(xes),
  "a.xlsx": () => bytesOf(writeWorkbook([{ name: "流转", columns: HEADER, rows: ROWS }])),
};

describe.each(Object.entries(FILES))("while %s is read", (name, content) => {
  it("the bytes told go up to those that there are, in checking and in reading", async () => {
    const path = write(name, await content());
    const told = { checking: [] as number[], reading: [] as number[] };
    const watch = (steps: number[]): ReadWatch => ({ onBytes: (count) => steps.push(count) });
    const [table] = await openTables([path], CANONICAL_PROFILE, { watch: watch(told.checking) });
    if (!table) throw new Error("no table");
    let rows = 0;
    for await (const batch of table.read(OPTIONS, watch(told.reading))) rows += batch.rows.length;
    expect(rows).toBe(ROWS.length);
    const sum = (steps: readonly number[]): number => steps.reduce((all, count) => all + count, 0);
    expect(Math.min(...told.checking, ...told.reading)).toBeGreaterThanOrEqual(0);
    expect(sum(told.checking) / table.file.bytes).toBeLessThanOrEqual(1);
    expect(sum(told.checking) / table.file.bytes).toBeGreaterThan(0.6);
    expect(sum(told.reading) / table.toRead).toBeLessThanOrEqual(1);
    expect(sum(told.reading) / table.toRead).toBeGreaterThan(0.6);
  });

  it("it ends where it is told to, with the reason given", async () => {
    const path = write(name, await content());
    const stop = new AbortController();
    const reason = new Error("stopped");
    const cut: ReadWatch = { signal: stop.signal, onBytes: () => stop.abort(reason) };
    await expect(openTables([path], CANONICAL_PROFILE, { watch: cut })).rejects.toBe(reason);
    const [table] = await openTables([path], CANONICAL_PROFILE);
    const reading = async (): Promise<void> => {
      for await (const _ of table?.read(OPTIONS, cut) ?? []);
    };
    await expect(reading()).rejects.toBe(reason);
    await expect(recognise([path], { ...OPTIONS, signal: stop.signal })).rejects.toBe(reason);
  });

  it("recognising tells a share that only goes up", async () => {
    const path = write(name, await content());
    const shares: number[] = [];
    await recognise([path], { ...OPTIONS, onShare: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});
