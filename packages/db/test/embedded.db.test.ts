import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase, startEmbedded, stopEmbedded } from "../src/index";

async function folder(mode = 0o755): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "tianyan-embedded-"));
  await chmod(path, mode);
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function start(path: string, notices: string[] = []) {
  const server = await startEmbedded(path, (words) => notices.push(words.en));
  onTestFinished(() => stopEmbedded(server.pid));
  return server;
}

async function ask(url: string, text: string): Promise<unknown> {
  const db = await openDatabase(url, { connections: 1 });
  try {
    return (await db.sql.unsafe(text))[0];
  } finally {
    await db.close();
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test("a second start joins the server that runs; stopped, it goes and its data stay", async () => {
  const path = await folder();
  const first = await start(path);
  expect(await startEmbedded(path)).toEqual(first);
  await ask(first.url, "create table kept as select 42 as answer");
  await stopEmbedded(first.pid);
  expect(isAlive(first.pid)).toBe(false);
  const again = await start(path);
  expect(await ask(again.url, "select answer from kept")).toEqual({ answer: 42 });
});

test("after kill -9 of everything the next start recovers what was committed", async () => {
  const path = await folder();
  const server = await start(path);
  await ask(server.url, "create table kept as select 1 as answer");
  process.kill(server.pid, "SIGKILL");
  while (isAlive(server.pid)) await sleep(20);
  const again = await start(path);
  expect(await ask(again.url, "select answer from kept")).toEqual({ answer: 1 });
});

test("a pid file of a dead server whose number another program has by now does not stop the start", async () => {
  const path = await folder();
  const { pid } = await start(path);
  await stopEmbedded(pid);
  const data = ["PG_VERSION", "postmaster.pid"].map((name) => join(path, "postgres", name));
  await writeFile(
    data[1] ?? "",
    `${process.pid}\n${join(path, "postgres")}\n1700000000\n5432\n\n127.0.0.1\n0\nready\n`,
  );
  const again = await start(path);
  expect(again.pid).not.toBe(process.pid);
});

test("Han text sorts and folds as UTF-8", async () => {
  const server = await start(await folder());
  expect(
    await ask(
      server.url,
      "select datcollate, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()",
    ),
  ).toEqual({ datcollate: "C.UTF-8", encoding: "UTF8" });
});

test("a data folder below one that keeps the database's account out is said, and works all the same", async () => {
  const closed = await folder(0o700);
  const notices: string[] = [];
  const server = await start(join(closed, "data"), notices);
  expect(await ask(server.url, "select 1 as answer")).toEqual({ answer: 1 });
  const moved = notices.flatMap((notice) => /database lies in (.+)$/.exec(notice)?.slice(1) ?? []);
  onTestFinished(() => Promise.all(moved.map((path) => rm(dirname(path), { recursive: true, force: true }))).then());
  expect(moved).toHaveLength(process.getuid?.() === 0 ? 1 : 0);
});

test("a data folder that cannot be made is refused in one line", async () => {
  const file = join(await folder(), "file");
  await writeFile(file, "");
  const failure = await startEmbedded(join(file, "data")).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "data.denied" });
  expect(failure).toHaveProperty("words.zh", expect.stringContaining("DATA_DIR"));
});
