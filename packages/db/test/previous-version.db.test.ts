import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { type Database, migrate } from "../src/index";
import { createTestDatabase } from "./support/database";

const FOLDER = fileURLToPath(new URL("../migrations/", import.meta.url));
const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();

/** A database as the version of this migration left it. */
async function databaseOf(version: number): Promise<Database> {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const { sql } = database.db;
  await sql`create table schema_migration (
    version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`;
  for (const name of names.slice(0, version)) {
    await sql.unsafe(await readFile(`${FOLDER}${name}`, "utf8"));
    await sql`insert into schema_migration (version, name, sha256)
      values (${Number(name.slice(0, 4))}, ${name.slice(5, -4)}, '')`;
  }
  return database.db;
}

const shape = ({ sql }: Database) => sql`
  select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'i') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

test.each(names.slice(1).map((name, index) => [index + 1, name] as const))(
  "a database of version %i with data in it comes to ours: %s and what follows",
  async (version) => {
    const old = await databaseOf(version);
    await old.sql`
      insert into import_batch (source, profile_hash, actor, recorded_at, counts)
      values ('s', '', 'local', '2026-01-01', '{"orders": 1, "rows": 2}')`;
    await old.sql`insert into import_file values (1, 0, 'a.csv', 'events', 'x', '', 2, 0)`;
    await old.sql`
      insert into source (code, name, shape, profile, created_at) values ('s', 's', 'event', '{}', '2026-01-01')`;
    await old.sql`
      insert into orders (source, order_id, title, content, category, order_type, urgency, sla_class, district, channel,
        line, citizen_key, location, demand_class, recorded_at, batch, open_during, exempt_during)
      values ('s', 'A', 't', '', '', '', '', '', '', '', '', '', '', 'normal', '2026-01-01', 1, '{}', '{}')`;
    await old.sql`
      insert into order_event (source, order_id, position, part, batch, ref, has_id, at, kind, recorded_at)
      values ('s', 'A', 1, 0, 1, '#1', false, '2026-01-01', 'accepted', '2026-01-01')`;
    await migrate(old.sql);
    expect(await old.sql`select order_id, title from orders`).toEqual([{ order_id: "A", title: "t" }]);
    expect(await old.sql`select ref from order_event`).toEqual([{ ref: "#1" }]);
    const empty = await databaseOf(0);
    await migrate(empty.sql);
    expect(await shape(old)).toEqual(await shape(empty));
  },
);

test("what was loaded before there was a history stands in it", async () => {
  const before = names.findIndex((name) => name.includes("history"));
  const old = await databaseOf(before);
  await old.sql`
    insert into import_batch (source, profile_hash, actor, recorded_at, counts)
    values ('s', '', 'local', '2026-01-01', '{"orders": 1, "rows": 2}')`;
  await old.sql`insert into import_file values (1, 0, 'a.csv', 'events', 'x', '', 2, 0)`;
  await migrate(old.sql);
  expect(await old.sql`select state, source, names, summary->>'rows' as rows from import_job`).toEqual([
    { state: "done", source: "s", names: ["a.csv"], rows: "2" },
  ]);
});
