import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { ErrorBodySchema } from "@tianyan/api";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase } from "../../packages/db/test/support/database";
import { TEST_KEY } from "./support/county";
import { dataFolder, run } from "./support/process";

const MAIN = "server/src/main.ts";
const CLI = "server/src/cli/main.ts";

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

test("told to stop, it is no longer ready, ends what is under way, and leaves no connection behind", async () => {
  const { db, drop } = await createTestDatabase();
  onTestFinished(drop);
  const env = { DATABASE_URL: db.url, DATA_DIR: await dataFolder(), PORT: "0", DEMO: "off", TIANYAN_KEY: TEST_KEY };
  const made = await run(CLI, ["key", "add", "platform"], env).ended;
  expect(made, made.stderr).toMatchObject({ code: 0 });
  const { secret } = JSON.parse(made.stdout);
  const server = run(MAIN, [], { ...env, STOP_WAIT_SECONDS: "2" });
  const [address = ""] = await server.says(/http:\/\/127\.0\.0\.1:\d+/);

  // Rows that are still coming when it is told to stop.
  const headers = { authorization: `Bearer ${secret}`, "idempotency-key": "k", "content-type": "application/x-ndjson" };
  const sending = request(`${address}/api/ingest`, { method: "POST", headers });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sending.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode));
    });
    sending.on("error", reject);
  });
  const row = { order_id: "A", event_id: "1", at: "2026-03-02T09:00:00+08:00", kind: "accepted", unit: "centre" };
  sending.write(`${JSON.stringify(row)}\n`);
  await sleep(200);
  server.process.kill("SIGTERM");
  await sleep(300);
  const ready = await fetch(`${address}/ready`);
  expect(ready.status).toBe(503);
  expect(ErrorBodySchema.parse(await ready.json()).error.code).toBe("server.stopping");
  expect(ready.headers.get("connection")).toBe("close");
  while (await answers(`${address}/health`)) await sleep(50);
  sending.end(`${JSON.stringify({ ...row, event_id: "2", kind: "派单", to_unit: "住建局" })}\n`);
  expect(await answered).toBe(200);

  const { code, stderr } = await server.ended;
  expect(code, stderr).toBe(0);
  const [left] = await db.sql<{ others: number; events: number }[]>`
    select (select count(*)::int from pg_stat_activity where datname = current_database() and usename ~ '^tianyan_(app|replay)_') as others,
      (select count(*)::int from order_event) as events`;
  expect(left).toEqual({ others: 0, events: 2 });
  // What it wrote of requests: JSON lines, none with the key.
  const lines = stderr.split("\n").filter((line) => line.startsWith("{"));
  expect(lines.map((line) => JSON.parse(line)).some(({ operation }) => operation === "POST /api/ingest")).toBe(true);
  expect(stderr).not.toContain(secret);
});
