import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ApiError, type Change, type ImportItem } from "@tianyan/api";
import { expect, onTestFinished, test } from "vitest";
import type { Fate } from "../../packages/db/test/support/wire";
import { workbookPath } from "../src/services/imports/rejects-workbook";
import { createTakingUp } from "../src/services/imports/take-up";
import { contentOf } from "./support/content";
import { ACTOR, countyOnWire, fileOf } from "./support/county";
import { deskOfTest } from "./support/desk";

const HEADER = "工单编号,操作时间,操作,操作单位";
const ROWS = ["A,2026-03-02 09:00:00,受理,热线中心", "A,2026-03-03 09:00:00,派单,住建局", "B,昨天,签收,住建局"];

async function deskOnWire() {
  const county = await countyOnWire();
  onTestFinished(county.drop);
  const given = await deskOfTest({}, county);
  const { wire } = county;
  /** The database is lost at statements that start so, once one came that starts like `since`, on their way there or on their way back. */
  const loseAt = (statement: string, how: "there" | "back", { since = "", times = 1 } = {}): void => {
    let begun = false;
    let seen = 0;
    wire.onStep = ({ text }): Fate => {
      begun ||= text.startsWith(since);
      if (!begun || !text.startsWith(statement)) return "passes";
      seen += 1;
      if (seen > times) return "passes";
      if (how === "back") return wire.cut;
      setImmediate(wire.cut);
      return "is lost";
    };
  };
  const { client, desk } = given;
  /** When nothing runs any more; asked again where the question itself was lost. */
  async function ended(id: string): Promise<ImportItem> {
    while (desk.runner.size > 0) await wait(20);
    return client.import(id).catch((error: unknown) => {
      if (error instanceof ApiError && error.code !== "database.unavailable") throw error;
      return ended(id);
    });
  }
  return {
    ...given,
    wire,
    loseAt,
    ended,
    file: () => fileOf("a.csv", [HEADER, ...ROWS]),
    async load(path: string): Promise<ImportItem> {
      const uploads = [(await given.upload(path)).id];
      return ended((await client.startImport({ uploads })).id);
    },
    async undo(id: string): Promise<ImportItem> {
      await client.undoImport(id);
      return ended(id);
    },
  };
}

const uploadsOf = (folder: string): Promise<string[]> => readdir(join(folder, "uploads"));

const PLACES = [
  ["while rows are staged", "copy import_staging", "there", ""],
  ["when its transaction begins", "begin", "there", "copy import_staging"],
  ["while staged rows come back", "copy (select", "there", ""],
  ["while events are recorded", "insert into order_event", "there", ""],
  ["while findings are written", "insert into orders", "back", ""],
  ["when it ends", "commit", "there", "insert into order_event"],
] as const;

test.each(PLACES)(
  "an import that loses its database %s is begun again by itself when it is back",
  async (_, statement, how, since) => {
    const { loseAt, load, file, county, desk } = await deskOnWire();
    loseAt(statement, how, { since });
    const item = await load(await file());
    expect(item).toMatchObject({
      state: "done",
      attempts: 2,
      error: null,
      summary: { orders: 1, rows: 2, rejected: 1 },
    });
    expect(await county.owner.sql`select from import_batch`).toHaveLength(1);
    expect(await uploadsOf(desk.folder)).toEqual([]);
    expect(existsSync(workbookPath(desk, item.id, "zh"))).toBe(true);
    await county.check();
  },
);

test("an import of whose end only the answer was lost is done, with everything that belongs to it", async () => {
  const { loseAt, load, file, county, desk } = await deskOnWire();
  loseAt("commit", "back", { since: "insert into order_event" });
  const item = await load(await file());
  expect(item).toMatchObject({ state: "done", attempts: 1, summary: { orders: 1, rejected: 1 } });
  expect(await county.owner.sql`select from import_batch`).toHaveLength(1);
  expect(existsSync(workbookPath(desk, item.id, "zh"))).toBe(true);
  expect(await uploadsOf(desk.folder)).toEqual([]);
});

test("an import that loses its database again and again fails in words, and can be started again", async () => {
  const { loseAt, load, file, county, desk } = await deskOnWire();
  const before = await contentOf(county.owner);
  loseAt("insert into order_event", "there", { times: 3 });
  const item = await load(await file());
  expect(item).toMatchObject({ state: "failed", attempts: 3, error: { code: "database.unavailable" } });
  expect(await contentOf(county.owner)).toEqual(before);
  expect(existsSync(workbookPath(desk, item.id, "zh"))).toBe(false);
  expect(await load(await file())).toMatchObject({ state: "done" });
});

test("an import of which nobody heard that it was entered is taken up", async () => {
  const { loseAt, upload, file, client, ended, desk, county } = await deskOnWire();
  const { id: kept } = await upload(await file());
  loseAt("commit", "back", { since: "insert into import_job" });
  await expect(client.startImport({ uploads: [kept] })).rejects.toMatchObject({ code: "database.unavailable" });
  const takingUp = createTakingUp(county.services, desk, ACTOR);
  await takingUp.look();
  await takingUp.look();
  expect(await ended("1")).toMatchObject({ state: "done", summary: { orders: 1 } });
});

const UNDO_PLACES = [
  ["delete from order_event", ""],
  ["update orders", ""],
  ["commit", "delete from order_event"],
] as const;

test.each(UNDO_PLACES)(
  "an undo that loses its database at %s changed nothing and says so",
  async (statement, since) => {
    const { loseAt, load, undo, file, county, wire } = await deskOnWire();
    const first = await load(await fileOf("first.csv", [HEADER, "A,2026-03-01 09:00:00,登记,热线中心"]));
    const { id } = await load(await file());
    loseAt(statement, "there", { since });
    const item = await undo(id);
    expect(item).toMatchObject({ state: "done", can_undo: true, error: { code: "database.unavailable" } });
    await county.check();
    wire.onStep = () => "passes";
    expect(await undo(id)).toMatchObject({ state: "undone", error: null });
    expect(await undo(first.id)).toMatchObject({ state: "undone" });
    expect(await county.owner.sql`select from orders`).toHaveLength(0);
  },
);

test("an undo of whose end only the answer was lost is undone", async () => {
  const { loseAt, load, undo, file, county } = await deskOnWire();
  const { id } = await load(await file());
  loseAt("commit", "back", { since: "delete from order_event" });
  expect(await undo(id)).toMatchObject({ state: "undone", error: null });
  expect(await county.owner.sql`select from orders`).toHaveLength(0);
});

test("a change of the registry that loses its database failed in words; of whose end only the answer was lost, it is done", async () => {
  const { loseAt, client, desk, wire } = await deskOnWire();
  async function add(code: string): Promise<Change> {
    const { id } = await client.addUnit({ code, name: code });
    while (desk.runner.size > 0) await wait(20);
    return client.change(id);
  }
  // Before it a trial was taken back: only this one commits.
  loseAt("commit", "back", { since: "select pg_advisory_xact_lock" });
  expect(await add("u1")).toMatchObject({ state: "done", error: null });
  loseAt("commit", "there", { since: "select pg_advisory_xact_lock" });
  expect(await add("u2")).toMatchObject({ state: "failed", error: { code: "database.unavailable" } });
  wire.onStep = () => "passes";
  const codes = (await client.registeredUnits()).units.map(({ code }) => code);
  expect(codes).toContain("u1");
  expect(codes).not.toContain("u2");
});
