import { setTimeout as wait } from "node:timers/promises";
import type { Meta } from "@tianyan/api";
import { writeSetting } from "@tianyan/db";
import { copyStories, demoPresent, writeDemo } from "@tianyan/seed";
import { expect, test } from "vitest";
import { beginDemo, DEMO_PROFILE, loadDemo } from "../src/services/demo/load";
import { createDesk, type Desk } from "../src/services/desk";
import { openDesk } from "../src/services/imports/open-desk";
import { ACTOR, type County, countyOfTest, fileOf, NOW } from "./support/county";
import { deskOfTest } from "./support/desk";
import { dataFolder, run } from "./support/process";

const WANTED = { orders: 400, seed: 1, most: 80 };
const never = new AbortController().signal;

/** The county in all its parts. */
async function fill({ services }: County, desk: Desk, signal = never): Promise<boolean> {
  const plan = await beginDemo(services, desk, ACTOR, WANTED);
  return plan !== null && (await loadDemo(services, desk, ACTOR, { plan, signal }));
}

/** All that counts, whichever file its rows stood in. */
const contents = async ({ owner: db }: County): Promise<unknown> => ({
  orders: await db.sql`
    select source, order_id, title, content, category, district, citizen_key, accepted_at, open_during::text
    from orders order by source, order_id`,
  events: await db.sql`
    select source, order_id, part, ref, at, kind, unit, to_unit, reason_code, text, operator, result, due_at
    from order_event order by source, order_id, at, position, part`,
  findings: await db.sql`
    select source, order_id, key, yellow_at, orange_at, red_at, cleared_at, events, district, category,
      array(select u.unit from finding_unit u where u.finding = f.id order by u.unit) as units
    from finding f order by source, order_id, key`,
  legs: await db.sql`select source, order_id, ordinal, unit, start_at, end_at, spell from leg order by source, order_id, ordinal`,
  units: await db.sql`select code, name, parent, kind, aliases, provisional from unit order by code`,
  competence: await db.sql`select * from competence order by category, unit`,
});

/** The same county and cases, loaded at once. */
async function loadedAtOnce(): Promise<County> {
  const county = await countyOfTest();
  const folder = await dataFolder();
  const { files } = await writeDemo(folder, { ...WANTED, until: demoPresent(NOW) });
  await county.load([...files, ...(await copyStories(folder))], DEMO_PROFILE);
  return county;
}

test("part after part, told by name, the newest first: in the end it is what the whole at once is", async () => {
  const { county, client, desk } = await deskOfTest();
  const plan = await beginDemo(county.services, desk, ACTOR, WANTED);
  if (!plan) throw new Error("nothing to load");
  expect((await client.meta()).demo_load).toMatchObject({ orders: 400, loaded: 0, shown: 0, seconds_left: null });
  const loading = loadDemo(county.services, desk, ACTOR, { plan, signal: never });
  const seen: number[] = [];
  for (let done = false; !done; await wait(20)) {
    const meta: Meta = await client.meta();
    done = meta.demo_load === null;
    if (meta.demo_load) seen.push(meta.demo_load.loaded);
  }
  expect(await loading).toBe(true);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThan(3);
  const { items } = await client.imports({ limit: 50 });
  expect(items.length).toBeGreaterThan(4);
  for (const item of items)
    expect(item).toMatchObject({ via: "demo", state: "done", source: "12345", summary: { rejected: 0 } });
  const oldestFirst = [...items].reverse();
  expect(oldestFirst[0]?.names.slice(0, 2)).toEqual(["演示县-单位.csv", "演示县-职责目录.csv"]);
  expect(oldestFirst[0]?.names).toContain("案例-嘉定-工单.csv");
  const months = oldestFirst.flatMap(({ names }) => names.filter((name) => name.startsWith("演示县-工单")));
  expect(months).toEqual([...months].sort().reverse());
  expect((await client.sources()).sources[0]?.name).toBe("云岫县 12345 热线（演示数据）");
  expect(await contents(county)).toEqual(await contents(await loadedAtOnce()));
  await county.check();
  expect(await beginDemo(county.services, desk, ACTOR, WANTED)).toBeNull();
});

test("ended on the way it goes on where it was, at whatever point: nothing is doubled, nothing left out", async () => {
  const county = await countyOfTest();
  const folder = await dataFolder();
  let starts = 0;
  for (let over = false; !over; starts++) {
    const desk = createDesk({ folder });
    const open = await openDesk(county.services, desk, ACTOR, `${folder}/inbox`);
    const stop = new AbortController();
    const loading = fill(county, desk, stop.signal);
    await Promise.race([loading, wait(30 + 40 * starts)]);
    stop.abort();
    await open.close();
    over = await loading;
  }
  expect(starts).toBeGreaterThan(2);
  expect(await contents(county)).toEqual(await contents(await loadedAtOnce()));
  await county.check();
  const jobs = await county.owner.sql<{ state: string }[]>`select distinct state from import_job`;
  expect(jobs).toEqual([{ state: "done" }]);
});

test("a row that a killed server left in the history goes when the next one starts", async () => {
  const county = await countyOfTest();
  const { sql } = county.owner;
  await sql`
    insert into import_job (state, via, actor, source, names, created_at)
    values ('recording', 'demo', 'local', '12345', '{}', now())`;
  const folder = await dataFolder();
  const open = await openDesk(county.services, createDesk({ folder }), ACTOR, `${folder}/inbox`);
  await open.close();
  expect(await sql`select id from import_job`).toEqual([]);
});

test("cancelled in the history, what is in stays and the rest stays out, today and at the next start", async () => {
  const { county, client, desk } = await deskOfTest();
  const loading = fill(county, desk);
  for (let cancelled = false; !cancelled; await wait(10)) {
    const [running] = (await client.imports()).items.filter(({ state }) => !["done", "waiting"].includes(state));
    if (!running || (await client.meta()).demo_load?.shown === 0) continue;
    cancelled = await client.cancelImport(running.id).then(
      ({ state }) => state === "cancelled",
      () => false,
    );
  }
  expect(await loading).toBe(false);
  expect((await client.meta()).demo_load).toBeNull();
  const { total } = await client.orders({ limit: 1 });
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(400);
  await county.check();
  expect(await beginDemo(county.services, desk, ACTOR, WANTED)).toBeNull();
});

test("what somebody imports meanwhile comes between two parts", async () => {
  const { county, client, desk, upload, ended } = await deskOfTest();
  const loading = fill(county, desk);
  const own = ["order_id,event_id,at,kind,unit,to_unit", "X1,X1a,2026-11-01T09:00:00+08:00,accepted,centre,"];
  const { id } = await client.startImport({ uploads: [(await upload(await fileOf("own.csv", own))).id] });
  expect(await ended(id)).toMatchObject({ state: "done" });
  expect((await client.meta()).demo_load).not.toBeNull();
  expect(await loading).toBe(true);
  expect((await client.orders({ limit: 1 })).total).toBe(404);
});

test("no county comes into a database in which something was loaded, nor where one was loaded before there were parts", async () => {
  const county = await countyOfTest();
  const desk = createDesk({ folder: await dataFolder() });
  await county.load([await fileOf("own.csv", ["order_id,at,kind", "X1,2026-11-01T09:00:00+08:00,accepted"])]);
  await county.services.db.sql.begin((tx) => writeSetting(tx, "demo", true));
  expect(await beginDemo(county.services, desk, ACTOR, WANTED)).toBeNull();
});

test("killed in the middle of its first load the product goes on with it, and ends with each order once", async () => {
  const env = { DATA_DIR: await dataFolder(), PORT: "0", DEMO_ORDERS: "1500" };
  const start = async () => {
    const server = run("server/src/main.ts", [], env);
    const [address = ""] = await server.says(/http:\/\/127\.0\.0\.1:\d+/);
    const [, token = ""] = await server.says(/enter#([\w-]+)/);
    const entered = await fetch(`${address}/api/session/link`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
    const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const ask = (path: string) => fetch(`${address}${path}`, { headers: { cookie } });
    const meta = async () => (await (await ask("/api/meta")).json()) as Meta;
    return { server, ask, meta };
  };
  const first = await start();
  expect((await first.ask("/ready")).status).toBe(200);
  expect((await first.ask("/api/findings")).status).toBe(200);
  for (let share = 0; share < 0.4; await wait(30)) share = (await first.meta()).demo_load?.share ?? 1;
  first.server.process.kill("SIGKILL");
  await first.server.ended;

  const second = await start();
  expect((await second.meta()).demo_load).toMatchObject({ orders: 1500 });
  while ((await second.meta()).demo_load !== null) await wait(50);
  const orders = (await (await second.ask("/api/orders?limit=1")).json()) as { total: number };
  expect(orders.total).toBe(1503);
  second.server.process.kill("SIGTERM");
  await second.server.ended;
  const checked = await run("server/src/cli/main.ts", ["check"], env).ended;
  expect(checked, checked.stdout).toMatchObject({ code: 0 });
}, 240_000);
