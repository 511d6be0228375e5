import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clearRateLimits, migrate, openPools, type Pools, takePoint } from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let servers: readonly Pools[];
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.db.sql);
  servers = [await openPools(database.db), await openPools(database.db)];
});
afterAll(async () => {
  for (const { app, replay } of servers) await Promise.all([app.close(), replay.close()]);
  await database.drop();
});

test("servers beside each other count together, each knock once", async () => {
  const knocks = servers.flatMap(({ app }) => Array.from({ length: 50 }, () => takePoint(app.sql, "signIn", "a", 60)));
  const points = (await Promise.all(knocks)).map((window) => window.points).sort((a, b) => a - b);
  expect(points).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
});

test("windows of others, and of other kinds, are their own; a new one begins when one is over", async () => {
  const [first] = servers;
  if (!first) throw new Error("no server");
  const { sql } = first.app;
  expect(await takePoint(sql, "signIn", "b", 1)).toMatchObject({ points: 1, secondsLeft: 1 });
  expect(await takePoint(sql, "factor", "b", 60)).toMatchObject({ points: 1, secondsLeft: 60 });
  expect(await takePoint(sql, "signIn", "b", 1)).toMatchObject({ points: 2 });
  await sleep(1_050);
  expect(await takePoint(sql, "signIn", "b", 1)).toMatchObject({ points: 1 });
  await sleep(1_050);
  await clearRateLimits(sql);
  const rows = await sql<{ kind: string; key: string }[]>`select kind, key from rate_limit order by kind, key`;
  expect(rows).toEqual([
    { kind: "factor", key: "b" },
    { kind: "signIn", key: "a" },
  ]);
});
