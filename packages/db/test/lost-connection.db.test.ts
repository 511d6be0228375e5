import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { type Database, isConnectionError, openDatabase } from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";
import { openWire, type Wire } from "./support/wire";

let direct: TestDatabase;
let wire: Wire;
beforeEach(async () => {
  direct = await createTestDatabase();
  await direct.db.sql`create table written (by text)`;
  wire = await openWire(() => Number(new URL(direct.db.url).port));
});
afterEach(async () => {
  await wire.close();
  await direct.drop();
});

async function open(connections: number): Promise<Database> {
  const db = await openDatabase(wire.url(direct.db.url), { connections });
  onTestFinished(() => db.close());
  return db;
}

const lost = (outcome: Promise<unknown>): Promise<boolean> =>
  outcome.then(
    () => false,
    (error: unknown) => isConnectionError(error),
  );

const written = async (): Promise<readonly string[]> =>
  (await direct.db.sql<{ by: string }[]>`select by from written order by by`).map(({ by }) => by);

/** Ends a backend as PostgreSQL does, with a word, or as a kill does, without one. */
const ENDS = {
  "is ended": async (pid: number) => void (await direct.db.sql`select pg_terminate_backend(${pid})`),
  "is cut": async () => wire.cut(),
} as const;

test.each(Object.entries(ENDS))(
  "a transaction whose connection %s in a statement fails, and the pool goes on",
  async (_, end) => {
    const db = await open(1);
    const work = db.sql.begin(async (tx) => {
      const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await tx`insert into written values ('transaction')`;
      setTimeout(() => void end(row?.pid ?? 0), 50);
      await tx`select pg_sleep(5)`;
    });
    expect(await lost(work)).toBe(true);
    await sleep(50);
    expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }]);
    expect(await db.sql.begin(async (tx) => [...(await tx`select 2 as two`)])).toEqual([{ two: 2 }]);
    expect(await written()).toEqual([]);
  },
);

test.each(Object.entries(ENDS))(
  "a transaction whose connection %s between statements writes nothing outside of it",
  async (_, end) => {
    const db = await open(1);
    let goOn: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const late: Promise<boolean>[] = [];
    const work = db.sql.begin(async (tx) => {
      const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await tx`insert into written values ('before')`;
      await end(row?.pid ?? 0);
      await gone;
      late.push(lost(tx`insert into written values ('after')`.execute()));
      late.push(lost(tx`insert into written values (${"x".repeat(5_000)})`.execute()));
      await Promise.all(late);
    });
    // Waits for the only connection: it gets the new one.
    const others = Promise.all(Array.from({ length: 3 }, () => db.sql`insert into written values ('other')`));
    expect(await lost(work)).toBe(true);
    expect(await lost(others)).toBe(false);
    goOn();
    await sleep(100);
    expect(await Promise.all(late)).toEqual([true, true]);
    expect(await db.sql.begin(async (tx) => [...(await tx`select 2 as two`)])).toEqual([{ two: 2 }]);
    expect(await written()).toEqual(["other", "other", "other"]);
  },
);

test("statements that a lost transaction had waiting fail with it", async () => {
  const db = await open(1);
  const outcomes: Promise<boolean>[] = [];
  const work = db.sql.begin(async (tx) => {
    await tx`select 1`;
    setTimeout(wire.cut, 50);
    for (let one = 0; one < 300; one++) outcomes.push(lost(tx`select pg_sleep(0.01), ${one}::int`.execute()));
    await Promise.all(outcomes);
  });
  expect(await lost(work)).toBe(true);
  expect(outcomes).toHaveLength(300);
  expect((await Promise.all(outcomes)).filter(Boolean).length).toBeGreaterThan(200);
});

test("a connection lost while it is made is no more than a failed statement", async () => {
  const db = await open(3);
  let cuts = 0;
  wire.onStep = ({ text }) => {
    if (!/from pg_catalog\.pg_type/.test(text) || cuts === 3) return "passes";
    cuts += 1;
    setImmediate(wire.cut);
    return "is lost";
  };
  await Promise.allSettled(Array.from({ length: 9 }, (_, one) => db.sql`select pg_sleep(0.2), ${one}::int`));
  expect(cuts).toBe(3);
  await sleep(50);
  expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }]);
});
