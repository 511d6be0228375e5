import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase, startEmbedded, stopEmbedded } from "@tianyan/db";

/** A PostgreSQL of our own for one run, as the product brings it. */
export interface Cluster {
  readonly folder: string;
  /** A new database with its address. */
  create(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  version(): Promise<string>;
  remove(): Promise<void>;
}

export async function createCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-bench-"));
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder);
  const admin: Database = await openDatabase(server.url, { connections: 1 });
  return {
    folder,
    async create(name) {
      await admin.sql.unsafe(
        `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
      );
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    async drop(name) {
      await admin.sql.unsafe(`drop database ${name} with (force)`);
    },
    async version() {
      const [row] = await admin.sql<{ server_version: string }[]>`show server_version`;
      return row?.server_version ?? "";
    },
    async remove() {
      await admin.close();
      await stopEmbedded(server.pid);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
