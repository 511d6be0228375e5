import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Database, openDatabase, startEmbedded, stopEmbedded } from "@tianyan/db";
import { TEST_KEY } from "./county";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A PostgreSQL in a folder of its own, that may be killed. */
export interface Cluster {
  /** Of a database in it, at the port that it has now. */
  url(database: string): string;
  create(database: string): Promise<void>;
  drop(database: string): Promise<void>;
  /** Kills its postmaster, as a power cut would, and starts it again. */
  killAndRestart(): Promise<void>;
  remove(): Promise<void>;
}

export async function createCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-kill-"));
  await chmod(folder, 0o755);
  let server = await startEmbedded(folder);
  const run = async (statement: string): Promise<void> => {
    const db = await openDatabase(server.url, { connections: 1 });
    await db.sql.unsafe(statement);
    await db.close();
  };
  return {
    url(database) {
      const url = new URL(server.url);
      url.pathname = `/${database}`;
      return url.href;
    },
    create: (database) =>
      run(`create database ${database} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`),
    drop: (database) => run(`drop database ${database} with (force)`),
    async killAndRestart() {
      process.kill(server.pid, "SIGKILL");
      // Its children end when they see that it has gone; until then their memory keeps a new one out.
      for (let attempt = 1; ; attempt++) {
        await sleep(200);
        try {
          server = await startEmbedded(folder);
          return;
        } catch (error) {
          if (attempt === 5) throw error;
        }
      }
    },
    async remove() {
      if (existsSync(join(folder, "postgres"))) await stopEmbedded(server.pid);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A `tianyan import` as somebody runs it. */
export interface RunningImport {
  /** From the first statement in the database to its end, in milliseconds. */
  readonly lasted: Promise<number>;
  /** Resolves when its first connection is there, or it ended. */
  readonly began: Promise<void>;
  /** It has ended, whatever way. */
  over(): boolean;
  kill(): void;
}

export function startImport(url: string, files: readonly string[], watch: Database): RunningImport {
  const child = spawn(process.execPath, ["--import", "tsx", "server/src/cli/main.ts", "import", ...files], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: tmpdir(), TIANYAN_KEY: TEST_KEY, LC_ALL: "C.UTF-8" },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const over = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const connected = async (): Promise<boolean> => {
    const [row] = await watch.sql<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity
      where datname = current_database() and query like '%import_staging%' and pid <> pg_backend_pid()`;
    return (row?.others ?? 0) > 0;
  };
  const began = (async () => {
    while (!over() && !(await connected())) await sleep(3);
  })();
  const lasted = began.then(async () => {
    const since = performance.now();
    if (!over()) await ended;
    return performance.now() - since;
  });
  return { began, lasted, over, kill: () => child.kill("SIGKILL") };
}
