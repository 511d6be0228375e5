import { type Instant, instant } from "@tianyan/core";
import {
  type Database,
  keepEmbedded,
  type Notice,
  openDatabase,
  openPools,
  type Pools,
  startEmbedded,
  stopEmbedded,
} from "@tianyan/db";
import type { Config } from "../config/config";
import { VERSION } from "../config/version";
import type { Keyring } from "../keys/keyring";
import { openKeyring } from "../keys/open-keyring";
import { openKeyStore } from "../keys/store";
import { judgeAgain } from "../services/installation/judge-again";
import { prepare } from "../services/installation/prepare";

/** The one place that asks what time it is. */
export const systemNow = (): Instant => instant(Date.now());

export interface Installation {
  /** Accounts, sessions, audit; business data only through `asActor`. */
  readonly db: Database;
  /** Records and judges. */
  readonly work: Database;
  readonly keys: Keyring;
  readonly embedded: boolean;
  /** Migrations applied now. */
  readonly applied: readonly string[];
  /** As the owner of everything, for the few acts that only it may do; closed by who opened it. */
  openOwner(): Promise<Database>;
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
  const openOwner = (): Promise<Database> => openDatabase(server?.url ?? config.databaseUrl ?? "", { connections: 2 });
  let opened: { readonly applied: readonly string[]; readonly keys: Keyring; readonly pools: Pools };
  try {
    opened = await openPrepared(openOwner, config, now, notice);
  } catch (error) {
    await stop();
    throw error;
  }
  const { applied, keys, pools } = opened;
  return {
    db: pools.app,
    work: pools.replay,
    keys,
    embedded: server !== null,
    applied,
    openOwner,
    async close() {
      await Promise.all([pools.app.close(), pools.replay.close()]);
      await stop();
    },
  };
}

/** The owner's connections serve to prepare, and are closed. */
async function openPrepared(openOwner: () => Promise<Database>, config: Config, now: Instant, notice: Notice) {
  const store = openKeyStore(config.key, config.keysFolder);
  const owner = await openOwner();
  try {
    const applied = await prepare(owner, now);
    const [keys, pools] = [await openKeyring(owner, store, now), await openPools(owner)];
    try {
      await judgeAgain({ db: pools.app, work: pools.replay, keys, now: () => now, version: VERSION }, notice);
    } catch (error) {
      await Promise.all([pools.app.close(), pools.replay.close()]);
      throw error;
    }
    return { applied, keys, pools };
  } finally {
    await owner.close();
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
