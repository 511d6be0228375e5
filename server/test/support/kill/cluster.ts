import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase, startEmbedded, stopEmbedded } from "@tianyan/db";

/** A PostgreSQL in a folder of its own, that may be killed. */
export interface Cluster {
  /** Its port; another one after it was started again. */
  readonly port: number;
  url(database: string): string;
  /** A new database; with the content of another where one is named. */
  create(database: string, like?: string): Promise<void>;
  drop(database: string): Promise<void>;
  within<T>(database: string, work: (db: Database) => Promise<T>): Promise<T>;
  /** SIGKILL, as the system does that runs out of memory: to the postmaster, or to one of its backends. */
  kill(backend?: number): void;
  /** Starts it again after its postmaster was killed; else waits until it answers again. */
  revive(): Promise<void>;
  remove(): Promise<void>;
}

const PATIENCE_MS = 90_000;

export async function createCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-kill-"));
  await chmod(folder, 0o755);
  let server = await startEmbedded(folder);
  const url = (database: string): string => {
    const named = new URL(server.url);
    named.pathname = `/${database}`;
    return named.href;
  };
  async function within<T>(database: string, work: (db: Database) => Promise<T>): Promise<T> {
    const db = await openDatabase(url(database), { connections: 2 });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  }
  const run = (statement: string): Promise<unknown> => within("postgres", (db) => db.sql.unsafe(statement).execute());
  return {
    get port() {
      return Number(new URL(server.url).port);
    },
    url,
    within,
    create: async (database, like = "template0") => {
      // By files: a page of a sequence that is copied through the log forgets, at a crash, what was taken from it since.
      await run(
        `create database ${database} template ${like} encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' strategy file_copy`,
      );
    },
    drop: async (database) => {
      await run(`drop database ${database} with (force)`);
    },
    kill(backend) {
      process.kill(backend ?? server.pid, "SIGKILL");
    },
    async revive() {
      // Children of a killed postmaster end when they see that it has gone; until then their memory keeps a new one out.
      for (const until = performance.now() + PATIENCE_MS; ; await sleep(100)) {
        try {
          server = await startEmbedded(folder);
          await run("select 1");
          return;
        } catch (error) {
          if (performance.now() > until) throw error;
        }
      }
    },
    async remove() {
      if (existsSync(join(folder, "postgres"))) await stopEmbedded((await startEmbedded(folder)).pid);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
