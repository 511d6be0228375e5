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

test("orders, findings and events from before lists had narrow rows have theirs, as those that come later", async () => {
  const before = names.findIndex((name) => name.includes("narrow_rows"));
  const old = await databaseOf(before);
  const { sql } = old;
  await sql`insert into source (code, name, shape, profile, created_at) values ('s', 's', 'event', '{}', '2026-01-01')`;
  await sql`
    insert into import_batch (source, profile_hash, actor, recorded_at, counts) values ('s', '', '', '2026-01-01', '{}')`;
  await sql`
    insert into parameter_version (document, author, reason, effective_at, created_at)
    values ('{}', '', '', '2026-01-01', '2026-01-01')`;
  await sql`insert into judgement (hash, parameter_version, created_at) values ('', 1, '2026-01-01')`;
  await sql`
    insert into orders (source, order_id, title, content, category, order_type, urgency, sla_class, district, channel, line,
      citizen_key, location, demand_class, recorded_at, batch, accepted_at, open_during, exempt_during)
    select 's', id, '标题 T', '', 'a>b', '', '', '', 'D', '', '', '', '', 'normal', '2026-01-01', 1, accepted::timestamptz,
      spells::tstzmultirange, '{}'
    from (values ('O', '2026-01-01Z', '{[2026-01-01Z,2026-02-01Z),[2026-03-01Z,)}'), ('P', '2026-01-02Z', '{[2026-01-02Z,2026-01-05Z)}'),
      ('Q', null, '{}')) as o(id, accepted, spells)`;
  await sql`
    insert into order_event (source, order_id, position, part, batch, ref, has_id, at, kind, recorded_at)
    values ('s', 'O', 1, 0, 1, '#1', false, '2026-01-01Z', 'accepted', '2026-01-09Z'),
      ('s', 'P', 2, 0, 1, '#2', false, '2026-01-02Z', 'accepted', '2026-01-09Z')`;
  await sql`
    insert into leg (source, order_id, ordinal, unit, start_at) values ('s', 'O', 0, 'u', '2026-01-01Z'),
      ('s', 'O', 1, 'v', '2026-01-02Z'), ('s', 'O', 2, 'u', '2026-01-03Z')`;
  await sql`
    insert into finding (source, order_id, key, rule, yellow_at, orange_at, first_at, latest_at, cleared_at, events, measure,
      exempt, provisional, district, category, open_during, exempt_during, watch_during, judgement, from_gen)
    select 's', 'O', rule || '||', rule, '2026-01-10Z', orange::timestamptz, '2026-01-10Z', '2026-01-10Z', cleared::timestamptz, '{}',
      '{}', false, false, 'D', 'a>b', '{[2026-01-01Z,2026-02-01Z),[2026-03-01Z,)}', '{[2026-04-01Z,2026-04-02Z)}',
      '[2026-01-10Z,)', 1, 1
    from (values ('ping-pong', '2026-01-20Z', null), ('overdue', null, '2026-01-30Z'), ('reopened', null, null)) as f(rule, orange, cleared)`;
  await sql`insert into finding_unit select id, u, '2026-01-11Z' from finding, unnest('{u,v}'::text[]) as u`;
  await migrate(sql);

  const infinite = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  expect(
    await sql`
      select f.accepted_at, f.done_at, o.source, o.district, o.category, f.words
      from order_face f join origin o on o.id = f.origin order by f.words`,
  ).toEqual(
    [
      [Date.UTC(2026, 0, 1), infinite[0], "标题 t\no"],
      [Date.UTC(2026, 0, 2), Date.UTC(2026, 0, 5), "标题 t\np"],
      [infinite[1], infinite[1], "标题 t\nq"],
    ].map(([accepted_at, done_at, words]) => ({
      accepted_at,
      done_at,
      source: "s",
      district: "D",
      category: "a>b",
      words,
    })),
  );
  const faces = await sql<{ rule: string; units: string[]; units_since: number; red_at: number; watch: string }[]>`
    select c.rule, c.units, f.units_since, f.red_at, f.watch_during::text as watch
    from finding_face f join charge c on c.id = f.charge order by c.rule`;
  const day = (date: string) => `"2026-${date} 00:00:00+00"`;
  const open = `[${day("03-01")},${day("04-01")}),[${day("04-02")},)`;
  expect(faces.map(({ rule, watch }) => [rule, watch])).toEqual([
    ["overdue", `{[${day("01-10")},${day("01-30")})}`],
    ["ping-pong", `{[${day("01-10")},"2026-02-19 00:00:00.001+00"),${open}}`],
    ["reopened", `{[${day("01-10")},"2026-02-09 00:00:00.001+00"),${open}}`],
  ]);
  for (const { units, units_since, red_at } of faces)
    expect({ units, units_since, red_at }).toEqual({
      units: ["u", "v"],
      units_since: Date.UTC(2026, 0, 11),
      red_at: Number.POSITIVE_INFINITY,
    });
  expect(await sql`select ordinal from leg where again`).toEqual([{ ordinal: 2 }]);
  expect(await sql`select source, events, first_at, last_at, recorded_at from batch_figure`).toEqual([
    {
      source: "s",
      events: "2",
      first_at: Date.UTC(2026, 0, 1),
      last_at: Date.UTC(2026, 0, 2),
      recorded_at: Date.UTC(2026, 0, 9),
    },
  ]);
});
