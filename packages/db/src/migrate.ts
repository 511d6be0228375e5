import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Sql } from "./connect";
import { DatabaseFailure } from "./failure";
import { ensureGroups } from "./roles/groups";

const FOLDER = fileURLToPath(new URL("../migrations/", import.meta.url));
/** Held while migrating, so that two processes do not do it at once. */
const LOCK = 7_243_001;

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

async function ourMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${FOLDER}${name}`, "utf8");
      const sha256 = createHash("sha256").update(text).digest("hex");
      return { version: Number(name.slice(0, 4)), name: name.slice(5, -4), text, sha256 };
    }),
  );
}

export interface Migrated {
  /** The version the database has now. */
  readonly version: number;
  /** Names of those applied now. */
  readonly applied: readonly string[];
}

/** The version a database has; 0 where it is empty. */
export async function schemaVersion(sql: Sql): Promise<number> {
  const [table] = await sql<{ known: boolean }[]>`select to_regclass('schema_migration') is not null as known`;
  if (!table?.known) return 0;
  const [row] = await sql<
    { version: number }[]
  >`select coalesce(max(version), 0)::int as version from schema_migration`;
  return row?.version ?? 0;
}

/** Brings the database to our version, each step whole or not at all. Throws DatabaseFailure where it is newer than us. */
export async function migrate(sql: Sql): Promise<Migrated> {
  const ours = await ourMigrations();
  const newest = ours.at(-1)?.version ?? 0;
  const applied: string[] = [];
  await ensureGroups(sql);
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    await tx`create table if not exists schema_migration (
      version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`;
    const done = new Set(
      (await tx<{ version: number }[]>`select version from schema_migration`).map((row) => row.version),
    );
    const ahead = Math.max(0, ...done);
    if (ahead > newest)
      throw new DatabaseFailure("database.newer", {
        zh: `数据库是更新版本的（${ahead}，本程序为 ${newest}），请升级程序后再启动。`,
        en: `The database is of a newer version (${ahead}; this program has ${newest}): upgrade the program.`,
      });
    for (const migration of ours) {
      if (done.has(migration.version)) continue;
      await tx.unsafe(migration.text);
      await tx`insert into schema_migration (version, name, sha256)
        values (${migration.version}, ${migration.name}, ${migration.sha256})`;
      applied.push(migration.name);
    }
  });
  return { version: newest, applied };
}
