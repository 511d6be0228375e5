import { type Instant, instant } from "@tianyan/core";
import { type Database, keepEmbedded, type Notice, openDatabase, startEmbedded, stopEmbedded } from "@tianyan/db";
import type { Config } from "../config/config";
import { VERSION } from "../config/version";
import { judgeAgain } from "../services/installation/judge-again";
import { prepare } from "../services/installation/prepare";

/** The one place that asks what time it is. */
export const systemNow = (): Instant => instant(Date.now());

export interface Installation {
  readonly db: Database;
  readonly embedded: boolean;
  /** Migrations applied now. */
  readonly applied: readonly string[];
  /** Closes the connections; the built-in PostgreSQL is stopped by the last that used it. */
  close(): Promise<void>;
}

export interface InstallationOptions {
  /** The built-in database is started again where something killed it. */
  readonly keep?: boolean;
}

/** Opens the database of `config`, the built-in one started where none is named, in our version. Throws DatabaseFailure. */
export async function openInstallation(
  config: Config,
  now: Instant,
  notice: Notice,
  { keep = false }: InstallationOptions = {},
): Promise<Installation> {
  const server = config.databaseUrl === null ? await startEmbedded(config.dataDir, notice) : null;
  const kept = server && keep ? keepEmbedded(config.dataDir, server, notice) : null;
  const stop = async (): Promise<void> => {
    if (!server) return;
    const pid = (await kept?.stop()) ?? server.pid;
    if (!(await isUsedByOthers(server.url))) await stopEmbedded(pid);
  };
  let db: Database;
  try {
    db = await openDatabase(server?.url ?? config.databaseUrl ?? "");
  } catch (error) {
    await stop();
    throw error;
  }
  const close = async (): Promise<void> => {
    await db.close();
    await stop();
  };
  try {
    const applied = await prepare(db, now);
    await judgeAgain({ db, now: () => now, version: VERSION }, notice);
    return { db, embedded: server !== null, applied, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Another command, or a server, works on the same data folder. */
async function isUsedByOthers(url: string): Promise<boolean> {
  const db = await openDatabase(url, { connections: 1 }).catch(() => null);
  if (!db) return false;
  try {
    const [row] = await db.sql<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return (row?.others ?? 0) > 0;
  } finally {
    await db.close();
  }
}
