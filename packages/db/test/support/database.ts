import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { type Database, loginNames, openDatabase } from "../../src/index";

export interface TestDatabase {
  readonly db: Database;
  /** Closes it and takes it away. */
  drop(): Promise<void>;
}

/** An empty database of its own, without any table. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const server = await openDatabase(inject("databaseUrl"), { connections: 1 });
  await server.sql`create database ${server.sql(name)} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`;
  const url = new URL(inject("databaseUrl"));
  url.pathname = `/${name}`;
  const db = await openDatabase(url.href, { connections: 6 });
  return {
    db,
    async drop() {
      await db.close();
      await server.sql`drop database ${server.sql(name)} with (force)`;
      for (const role of Object.values(loginNames(name))) await server.sql`drop role if exists ${server.sql(role)}`;
      await server.close();
    },
  };
}
