import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "@tianyan/db";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase } from "../../packages/db/test/support/database";
import { dataFolder, run, takenPort } from "./support/process";
import { tablesOf } from "./support/stories";

const MAIN = "server/src/main.ts";
const CLI = "server/src/cli/main.ts";
const READY = /http:\/\/127\.0\.0\.1:\d+/;

const PASSWORD = "Xunshi-2026-kan";

/** Adds a leader by the command line, and signs in: the headers of their requests. */
async function leaderAt(address: string, env: Readonly<Record<string, string>>): Promise<{ readonly cookie: string }> {
  const add = ["user", "add", "leader", "--post", "leader", "--password-stdin"];
  const added = await run(CLI, add, env, `${PASSWORD}\n`).ended;
  expect(added, added.stderr).toMatchObject({ code: 0, stdout: '{"login":"leader"}\n' });
  return signIn(address);
}

async function signIn(address: string): Promise<{ readonly cookie: string }> {
  const body = JSON.stringify({ login: "leader", password: PASSWORD });
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${address}/api/session`, { method: "POST", headers, body });
  expect(await response.json()).toMatchObject({ step: "open" });
  return { cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
}

/** The one line that an unusable start leaves, in both languages. */
async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
  const { code, stdout, stderr } = await run(MAIN, [], { DEMO: "off", ...env }).ended;
  expect(code).toBe(3);
  expect(stdout).toBe("");
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  return stderr;
}

test("a taken port is told by its number", async () => {
  const port = await takenPort();
  expect(await refusal({ PORT: String(port), DATABASE_URL: "postgres://127.0.0.1:1/x" })).toMatch(
    new RegExp(`端口 ${port} 已被占用.+Port ${port} is taken`),
  );
});

test("a wrong DATABASE_URL is told as such", async () => {
  expect(await refusal({ PORT: "0", DATABASE_URL: "postgres://127.0.0.1:1/x" })).toMatch(
    /DATABASE_URL 不可用.+cannot be used/,
  );
});

test("a data folder that cannot be written is told by its path", async () => {
  const file = join(await dataFolder(), "file");
  await writeFile(file, "");
  expect(await refusal({ PORT: "0", DATA_DIR: join(file, "data") })).toContain(join(file, "data"));
});

test("a watched folder that cannot be made is told by its path and its setting", async () => {
  const { db, drop } = await createTestDatabase();
  onTestFinished(drop);
  await migrate(db.sql);
  const folder = await dataFolder();
  await writeFile(join(folder, "file"), "");
  const inbox = join(folder, "file", "inbox");
  const told = await refusal({ PORT: "0", DATABASE_URL: db.url, DATA_DIR: folder, INBOX: inbox });
  expect(told).toContain(inbox);
  expect(told).toContain("INBOX");
});

test("a database of a newer version is refused", async () => {
  const { db, drop } = await createTestDatabase();
  onTestFinished(drop);
  await migrate(db.sql);
  await db.sql`insert into schema_migration (version, name, sha256) values (9999, 'later', '')`;
  expect(await refusal({ PORT: "0", DATABASE_URL: db.url })).toMatch(/9999.+newer version/);
});

test("served, loaded from beside, told to stop, started again: all data are there and no process is left", async () => {
  const folder = await dataFolder();
  const env = { DATA_DIR: folder, PORT: "0", DEMO: "off" };
  const server = run(MAIN, [], env);
  const [address = ""] = await server.says(READY);
  expect(await (await fetch(`${address}/ready`)).json()).toMatchObject({ status: "ready" });
  const command = await run(CLI, ["import", ...tablesOf("jiading")], env).ended;
  expect(command, command.stderr).toMatchObject({ code: 0 });
  expect((await fetch(`${address}/api/findings?view=all`)).status).toBe(401);
  const headers = await leaderAt(address, env);
  const listed = await (await fetch(`${address}/api/findings?view=all`, { headers })).json();
  expect(listed).toMatchObject({ total: 7 });
  server.process.kill("SIGTERM");
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);

  const since = performance.now();
  const second = run(MAIN, [], env);
  const [again = ""] = await second.says(READY);
  expect(performance.now() - since).toBeLessThan(10_000);
  // The session goes on, and a new one opens.
  for (const kept of [headers, await signIn(again)])
    expect(await (await fetch(`${again}/api/findings?view=all`, { headers: kept })).json()).toMatchObject({ total: 7 });
});

test("the demonstration prints a link for each post, which lets in once; commands print new ones and add people", async () => {
  const env = { DATA_DIR: await dataFolder(), PORT: "0", DEMO_ORDERS: "20" };
  const server = run(MAIN, [], env);
  const [address = ""] = await server.says(READY);
  await server.says(/审计管理员.+\n/);
  const links = [...server.output().matchAll(/(http:\/\/\S+)\/enter#(\S+)/g)];
  expect(links.map(([, at]) => at)).toEqual(Array.from({ length: 9 }, () => address));
  const enter = (token: string) =>
    fetch(`${address}/api/session/link`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
  expect(await (await enter(links[0]?.[2] ?? "")).json()).toMatchObject({ step: "open", demo: true });
  expect((await enter(links[0]?.[2] ?? "")).status).toBe(401);
  const asked = await run(CLI, ["demo", "links"], env).ended;
  const renewed = asked.stdout.trimEnd().split("\n");
  expect(renewed).toHaveLength(9);
  expect((await enter(links[1]?.[2] ?? "")).status).toBe(401);
  expect((await enter(renewed[1]?.split("#")[1]?.split('"')[0] ?? "")).status).toBe(200);

  const user = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(CLI, ["user", ...args], { ...env, LC_ALL: "zh_CN.UTF-8" }).ended;
    return code === 0 ? stdout.trimEnd() : `${code} ${stderr.trimEnd()}`;
  };
  expect(await user("add", "王芳", "--post", "unit_contact", "--units", "zjj")).toMatch(
    /"login":"王芳","link":"http:.+enter#/,
  );
  expect(await user("add", "王芳", "--post", "leader")).toMatch(/^2 账号名已被使用/);
  expect(await user("disable", "王芳")).toBe('{"login":"王芳","state":"disabled"}');
  expect(await user("list")).toContain(
    '{"login":"王芳","name":"王芳","state":"disabled","posts":["unit_contact"],"factor":false}',
  );
}, 180_000);
test("a built-in database that is killed is started again under the server, and what a killed server left on its way goes", async () => {
  const folder = await dataFolder();
  const left = join(folder, "tmp", "999999999");
  await mkdir(left, { recursive: true });
  const server = run(MAIN, [], { DATA_DIR: folder, PORT: "0", DEMO: "off" });
  const [address = ""] = await server.says(READY);
  expect(existsSync(left)).toBe(false);
  const pid = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await server.says(/started again/);
  await expect.poll(async () => (await fetch(`${address}/ready`)).status, { timeout: 20_000, interval: 100 }).toBe(200);
  server.process.kill("SIGTERM");
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  expect(existsSync(join(folder, "tmp", String(server.process.pid)))).toBe(false);
});

test("a killed server leaves its database to the next command, which finds everything", async () => {
  const folder = await dataFolder();
  const env = { DATA_DIR: folder, PORT: "0", DEMO: "off" };
  const server = run(MAIN, [], env);
  await server.says(READY);
  server.process.kill("SIGKILL");
  await server.ended;
  const loaded = await run(CLI, ["import", ...tablesOf("yanggu")], env).ended;
  expect(JSON.parse(loaded.stdout)).toMatchObject({ orders: 1, rejected: 0 });
  const checked = await run(CLI, ["check"], env).ended;
  expect(checked, checked.stderr).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
});

test("commands tell what they did by their exit code", async () => {
  const { db, drop } = await createTestDatabase();
  onTestFinished(drop);
  const env = { DATABASE_URL: db.url, DATA_DIR: await dataFolder() };
  expect(await run(CLI, ["import"], env).ended).toMatchObject({ code: 2, stdout: "" });
  expect(await run(CLI, ["import", "nowhere.csv"], env).ended).toMatchObject({ code: 2, stdout: "" });
  expect(await run(CLI, ["findings", "--at", "yesterday"], env).ended).toMatchObject({ code: 2, stdout: "" });
  expect(await run(CLI, ["import", ...tablesOf("xiangshui")], env).ended).toMatchObject({ code: 0 });
  expect(await run(CLI, ["check"], env).ended).toMatchObject({ code: 0 });
  await db.sql`update finding set red_at = null where rule = 'undispatched'`;
  const differing = await run(CLI, ["check"], env).ended;
  expect(differing.code).toBe(3);
  expect(JSON.parse(differing.stdout)).toMatchObject({ examples: [{ order_id: "XS2021031501" }] });
  expect(await run(CLI, ["replay"], env).ended).toMatchObject({ code: 0 });
  expect(await run(CLI, ["check"], env).ended).toMatchObject({ code: 0 });
});
