import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseFailure, textOf } from "../failure";
import { initialise } from "./initialise";
import { findPlace, type Notice, type Place, USER } from "./place";
import { runningPostmaster } from "./postmaster";

export interface EmbeddedServer {
  readonly url: string;
  readonly pid: number;
}

const START_TIMEOUT_MS = 60_000;
const LAUNCH_GRACE_MS = 5_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "256MB",
  maintenance_work_mem: "128MB",
  work_mem: "32MB",
  max_wal_size: "2GB",
  wal_compression: "on",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** A process group of its own: Ctrl-C reaches us alone, and we end it in order; killed, we leave it running for the next. */
function launch(place: Place, port: number): void {
  const log = openSync(place.log, "a", 0o600);
  try {
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(
      join(place.binaries, "bin", "postgres"),
      ["-D", place.folder, "-p", String(port), ...settings],
      {
        ...place.account,
        cwd: "/",
        detached: true,
        stdio: ["ignore", log, log],
        env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
      },
    );
    child.on("error", () => undefined);
    child.unref();
  } finally {
    closeSync(log);
  }
}

const isReady = async (place: Place): Promise<boolean> =>
  /^ready/m.test((await readFile(join(place.folder, "postmaster.pid"), "utf8").catch(() => "")).split("\n")[7] ?? "");

async function create(place: Place): Promise<void> {
  try {
    await initialise(place);
  } catch (error) {
    throw new DatabaseFailure(
      "database.not_created",
      {
        zh: `内置数据库创建失败：${textOf(error)}`,
        en: `The built-in database could not be created: ${textOf(error)}`,
      },
      error,
    );
  }
}

/**
 * The PostgreSQL of `dataDir`: the one that runs already (another command, or a server that was killed), else started, at any port that
 * is free, or at `port`. Throws DatabaseFailure with one line for people.
 */
export async function startEmbedded(
  dataDir: string,
  notice: Notice = () => undefined,
  port?: number,
): Promise<EmbeddedServer> {
  const place = await findPlace(dataDir, notice);
  const giveUpAt = performance.now() + START_TIMEOUT_MS;
  let launchedAt: number | null = null;
  while (performance.now() < giveUpAt) {
    const found = await runningPostmaster(place.folder);
    if (found && (await isReady(place)))
      return { pid: found.pid, url: `postgres://${USER}:${place.password}@127.0.0.1:${found.port}/postgres` };
    // One that was there may have been on its way out: then ours takes its place.
    if (!found && launchedAt === null) {
      await create(place);
      launch(place, port ?? (await freePort()));
      launchedAt = performance.now();
    } else if (!found && launchedAt !== null && performance.now() - launchedAt > LAUNCH_GRACE_MS) break;
    await sleep(50);
  }
  const tail = (await readFile(place.log, "utf8").catch(() => "")).trimEnd().split("\n").at(-1) ?? "";
  throw new DatabaseFailure("database.not_started", {
    zh: `内置数据库没有启动，详见 ${place.log}：${tail}`,
    en: `The built-in database did not start; see ${place.log}: ${tail}`,
  });
}

/** Ends the server in order: open statements are cancelled, everything committed is on disk. Resolves when it has gone. */
export async function stopEmbedded(pid: number): Promise<void> {
  const gone = (): boolean => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };
  if (gone()) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; !gone() && waited < 30_000; waited += 20) await sleep(20);
}
