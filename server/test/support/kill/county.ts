import { mkdtemp, readdir, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "@tianyan/db";
import { openWire, type Wire } from "../../../../packages/db/test/support/wire";
import { checkFindings } from "../../../src/services/findings/check";
import { systemNow } from "../../../src/start/installation";
import { ACTOR, openServices } from "../county";
import type { Headers } from "./appoint";
import type { Cluster } from "./cluster";
import { everything, homeless } from "./everything";
import { type Process, type ServerProcess, startCommand, startServer } from "./server";

/** A database of its own, the data folder of a server beside it, and the wire between the two. */
export interface KillCounty {
  readonly wire: Wire;
  startServer(): Promise<ServerProcess>;
  startCommand(args: readonly string[]): Process;
  /** What the processes said, for people who look for a fault. */
  said(): string;
  /** Once nobody is connected any more. */
  content(): Promise<Record<string, string>>;
  /** What is wrong with it: rows without a home, findings that are not what the rows say, files that nobody needs. */
  faults(): Promise<readonly string[]>;
  /** Makes all uploads two days old: those that nobody needs go at the next start. */
  age(): Promise<void>;
  /** Bytes of the largest file on its way in; -1 where there is none. */
  arriving(): Promise<number>;
  uploadsLeft(): Promise<number>;
  within<T>(work: (db: Database) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

const DAY_MS = 86_400_000;
const SILENCE_MS = 150;
const PATIENCE_MS = 90_000;

/** A copy of the database `like`, in which `steward` is signed in. */
export async function createKillCounty(
  cluster: Cluster,
  name: string,
  like: string,
  steward: Headers,
): Promise<KillCounty> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-kill-data-"));
  await cluster.create(name, like);
  // However long ago the database that it was copied from was made, nobody's session has run out.
  await cluster.within(name, ({ sql }) => sql`update session set created_at = now(), last_seen_at = now()`);
  const wire = await openWire(() => cluster.port);
  const started: Process[] = [];
  const env = () => ({ DATABASE_URL: wire.url(cluster.url(name)), DATA_DIR: folder });
  const within = <T>(work: (db: Database) => Promise<T>): Promise<T> => cluster.within(name, work);
  const uploads = join(folder, "uploads");
  const list = (of: string): Promise<string[]> => readdir(join(folder, of)).catch((): string[] => []);

  async function alone(db: Database): Promise<void> {
    for (const until = performance.now() + PATIENCE_MS; ; await sleep(20)) {
      const others = await db.sql`
        select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
          and pid <> pg_backend_pid() and application_name = 'tianyan' and state <> 'idle'`;
      if (others.length === 0) return;
      if (performance.now() > until) throw new Error("somebody is still at work in the database");
    }
  }

  return {
    wire,
    within,
    async startServer() {
      const server = await startServer(env(), steward);
      started.push(server);
      // What it looks through when it starts is no part of the work.
      await wire.silence(SILENCE_MS);
      return server;
    },
    startCommand(args) {
      const command = startCommand(args, env());
      started.push(command);
      return command;
    },
    said: () => started.map((one) => one.output()).join("\n"),
    content: () =>
      within(async (db) => {
        await alone(db);
        return everything(db);
      }),
    faults: () =>
      within(async (db) => {
        const found = [...(await homeless(db))];
        const { services, close } = await openServices(db, systemNow());
        const { differences, examples } = await checkFindings(services, ACTOR).finally(close);
        if (Object.values(differences).some((count) => count > 0))
          found.push(`check: ${JSON.stringify({ differences, examples })}`);
        const kept = await db.sql<
          { id: string }[]
        >`select id from import_job where state = 'done' and batch is not null`;
        for (const book of (await list("rejects")).filter((name) => name.endsWith(".xlsx")))
          if (!kept.some(({ id }) => book.startsWith(`${id}-`))) found.push(`${book} of no import`);
        return found;
      }),
    async age() {
      await within((db) => db.sql`update upload set created_at = now() - interval '2 days'`);
      const old = new Date(Date.now() - 2 * DAY_MS);
      for (const id of await list("uploads")) await utimes(join(uploads, id), old, old);
    },
    async arriving() {
      let most = -1;
      for (const id of await list("uploads"))
        for (const file of await readdir(join(uploads, id)))
          most = Math.max(most, (await stat(join(uploads, id, file))).size);
      return most;
    },
    async uploadsLeft() {
      const rows = await within(async (db) => [...(await db.sql`select from upload`)]);
      return Math.max(rows.length, (await list("uploads")).length);
    },
    async remove() {
      for (const one of started) {
        if (!one.over()) one.kill();
        await one.ended;
      }
      await wire.close();
      await cluster.drop(name);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
