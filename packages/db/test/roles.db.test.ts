import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Database, loginNames, migrate, openDatabase, openPools, type Pools, type Sql } from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";
import { trustFigure } from "./support/trust";

/** Whose every row is somebody's case: seen by a policy or not at all. A new table stands here, or in one of the lists below. */
const BUSINESS = [
  "batch_figure",
  "batch_recount",
  "callers",
  "case_approval",
  "case_attachment",
  "case_check",
  "case_comment",
  "case_event",
  "case_finding",
  "case_measure",
  "case_order",
  "case_person",
  "case_system",
  "case_unit",
  "charge",
  "decision",
  "digest",
  "explanation",
  "feed_entry",
  "finding",
  "finding_face",
  "finding_unit",
  "import_reject",
  "leg",
  "order_before",
  "order_event",
  "order_face",
  "order_tally",
  "orders",
  "origin",
  "paper",
  "paper_approval",
  "paper_event",
  "paper_recipient",
  "paper_text",
  "source_row",
  "supervision_case",
  "verdict",
];
/** What recording needs beside them; people read of it what the product makes of it. */
const RECORDING = [
  "attachment_file",
  "batch_overlap",
  "case_counter",
  "finding_told",
  "import_job",
  "import_staging",
  "ingest_request",
  "paper_counter",
  "registry_change",
  "source_profile",
  "upload",
];
/** Read by everybody who judges or shows, and nobody's case. */
const REGISTRY = [
  "case_deadline",
  "competence",
  "feed_head",
  "generation",
  "holiday",
  "import_batch",
  "import_file",
  "judgement",
  "paper_template",
  "parameter_version",
  "source",
  "unit",
  "unit_merger",
];
const AUDIT = ["audit_entry", "audit_head", "audit_segment"];
/** What the product keeps of itself and of its people. */
const PRODUCT = [
  "account",
  "api_key",
  "appointment",
  "delivered_kind",
  "digest_setting",
  "factor",
  "follower",
  "one_time_link",
  "password_before",
  "personal_key",
  "rate_limit",
  "saved_view",
  "session",
  "setting",
  "sign_in_attempt",
  "single_sign_on",
  "single_sign_on_flow",
  "visit",
  "watch_rule",
  "webhook",
  "webhook_delivery",
];
const OWNERS = ["database_login", "schema_migration"];

const PRIVILEGES = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"] as const;

let database: TestDatabase;
let owner: Sql;
let pools: Pools;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = database.db.sql;
  await migrate(owner);
  pools = await openPools(database.db);
});
afterAll(async () => {
  await Promise.all([pools.app.close(), pools.replay.close()]);
  await database.drop();
});

const codeOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "done",
    (error: unknown) => String((error as { code?: string }).code),
  );
const DENIED = "42501";

const tables = async (): Promise<string[]> => {
  const rows = await owner<{ name: string }[]>`
    select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') order by c.relname collate "C"`;
  return rows.map(({ name }) => name);
};

/** What a role may do to each table, by the catalogue. */
async function rights(role: string): Promise<Record<string, string[]>> {
  const rows = await owner<{ name: string; privilege: string }[]>`
    select c.relname::text as name, p.privilege from pg_class c, unnest(${[...PRIVILEGES]}::text[]) as p(privilege)
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and has_table_privilege(${role}, c.oid, p.privilege)`;
  const found: Record<string, string[]> = {};
  for (const { name, privilege } of rows) found[name] = [...(found[name] ?? []), privilege].sort();
  return found;
}

const names = async () => {
  const [row] = await owner<{ name: string }[]>`select current_database() as name`;
  return loginNames(row?.name ?? "");
};

test("every table is of one kind: a new one does not slip in without a decision", async () => {
  const known = [...BUSINESS, ...RECORDING, ...REGISTRY, ...AUDIT, ...PRODUCT, ...OWNERS].sort();
  expect(await tables()).toEqual(known);
});

test("row-level security is on and forced on every table of business, with a policy for each who reads it", async () => {
  const rows = await owner<{ name: string; enabled: boolean; forced: boolean; policies: string[] }[]>`
    select c.relname::text as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (c.relname = any(${BUSINESS}::text[]) or c.relrowsecurity)
    order by c.relname collate "C"`;
  expect(rows).toEqual(
    BUSINESS.map((name) => ({ name, enabled: true, forced: true, policies: ["county", "owner", "replay", "scoped"] })),
  );
  trustFigure(4, "tables of business with forced row-level security", `${rows.length} of ${BUSINESS.length}`);
});

test("the logins own nothing, are no superusers, and cannot become the owner or each other", async () => {
  const { app, replay } = await names();
  const owned = await owner`
    select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'tianyan\_app%'
      or r.rolname like 'tianyan\_replay%' or r.rolname in ('tianyan_county', 'tianyan_scoped')
    union all
    select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname like 'tianyan\_%'
      and r.rolname <> current_user`;
  expect(owned).toEqual([]);
  const roles = await owner`
    select rolname::text as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty
    from pg_roles where rolname = any(${[app, replay]}::text[]) order by 1`;
  expect(roles).toEqual([
    { name: app, mighty: false },
    { name: replay, mighty: false },
  ]);
  const [{ user } = { user: "" }] = await owner<{ user: string }[]>`select current_user as user`;
  for (const role of [user, replay, "tianyan_replay"])
    expect(await codeOf(pools.app.sql`select set_config('role', ${role}, false)`), role).toBe(DENIED);
  for (const role of [user, app, "tianyan_app", "tianyan_county", "tianyan_scoped"])
    expect(await codeOf(pools.replay.sql`select set_config('role', ${role}, false)`), role).toBe(DENIED);
});

test("the login of the people's side has no right to any row of business, and may read it only in a role that policies watch", async () => {
  const mine = await rights((await names()).app);
  for (const table of [...BUSINESS, ...RECORDING, "database_login"]) {
    expect(mine[table], table).toBeUndefined();
    expect(await codeOf(pools.app.sql`select from ${pools.app.sql(table)}`), table).toBe(DENIED);
  }
  for (const table of REGISTRY) expect(mine[table] ?? ["SELECT"], table).toEqual(["SELECT"]);
  for (const table of AUDIT) expect(mine[table], table).toEqual(["SELECT"]);
  expect(mine.schema_migration).toEqual(["SELECT"]);
  for (const role of ["tianyan_county", "tianyan_scoped"]) {
    const theirs = await rights(role);
    for (const table of BUSINESS) expect(theirs[table], `${role} ${table}`).toEqual(["SELECT"]);
    for (const [table, privileges] of Object.entries(theirs)) {
      expect(privileges, `${role} ${table}`).toEqual(["SELECT"]);
      expect([...BUSINESS, ...REGISTRY], `${role} ${table}`).toContain(table);
    }
  }
});

test("nobody but the owner may truncate, and nobody else changes the audit trail", async () => {
  const { app, replay } = await names();
  for (const role of [app, replay, "tianyan_county", "tianyan_scoped"]) {
    const theirs = await rights(role);
    for (const [table, privileges] of Object.entries(theirs))
      for (const privilege of ["TRUNCATE", "REFERENCES", "TRIGGER"])
        expect(privileges, `${role} ${table}`).not.toContain(privilege);
  }
  for (const { sql } of [pools.app, pools.replay])
    for (const table of AUDIT)
      for (const statement of [`delete from ${table}`, `truncate ${table}`, `update ${table} set hash = ''`])
        expect(await codeOf(sql.unsafe(statement)), statement).toBe(DENIED);
});

test("the logins make no objects; the replay's temporary tables are its own", async () => {
  for (const { sql } of [pools.app, pools.replay])
    expect(await codeOf(sql`create table planted (a integer)`)).toBe(DENIED);
  expect(await codeOf(pools.app.sql`create temporary table planted (a integer)`)).toBe(DENIED);
  expect(await codeOf(pools.replay.sql`create temporary table planted (a integer)`)).toBe("done");
});

describe("without a scope, or with one that says nothing, a scoped reader sees nothing", () => {
  test.each([[""], ["{}"], ['{"sources": null}'], ['{"sources": [], "districts": null, "units": null}']])(
    "%s",
    async (scope) => {
      await owner`insert into source (code, name, shape, profile, created_at) values ('s', 's', 'event', '{}', now())
      on conflict do nothing`;
      const [batch] = await owner<{ id: string }[]>`
      insert into import_batch (source, profile_hash, actor, recorded_at, counts) values ('s', '', '', now(), '{}') returning id`;
      await owner`
      insert into orders (source, order_id, title, content, category, order_type, urgency, sla_class, district, channel, line,
        citizen_key, location, demand_class, recorded_at, batch, open_during, exempt_during)
      values ('s', ${`o${batch?.id}`}, '', '', '', '', '', '', '', '', '', '', '', 'normal', now(), ${batch?.id ?? ""}::bigint, '{}', '{}')`;
      const seen = await pools.app.sql.begin(async (tx) => {
        await tx`select set_config('role', 'tianyan_scoped', true), set_config('tianyan.scope', ${scope}, true)`;
        return tx`select from orders`;
      });
      expect(seen).toHaveLength(0);
      const county = await pools.app.sql.begin(async (tx) => {
        await tx`select set_config('role', 'tianyan_county', true)`;
        return tx`select from orders`;
      });
      expect(county.length).toBeGreaterThan(0);
    },
  );
});

test("many databases are made in one cluster at once, each with its own logins and passwords", async () => {
  const made = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const other = await createTestDatabase();
      onTestFinished(() => other.drop());
      await migrate(other.db.sql);
      const [one, again] = await Promise.all([openPools(other.db), openPools(other.db)]);
      const [row] = await one.app.sql<{ user: string }[]>`select current_user as user`;
      await Promise.all([one, again].flatMap(({ app, replay }) => [app.close(), replay.close()]));
      return { user: row?.user ?? "", url: one.app.url };
    }),
  );
  expect(new Set(made.map(({ user }) => user)).size).toBe(made.length);
  const [first, second] = made;
  const foreign = new URL(second?.url ?? "");
  foreign.username = new URL(first?.url ?? "").username;
  foreign.password = new URL(first?.url ?? "").password;
  const failure = await openDatabase(foreign.href).catch((error: unknown) => error);
  expect(failure).toHaveProperty("cause.code", DENIED);
});

test("a password that the cluster does not know, as after a restore, is mended", async () => {
  const { app } = await names();
  await owner.unsafe(`alter role ${app} password 'something-else'`);
  const mended = await openPools(database.db);
  expect(await mended.app.sql`select 1 as answer`).toEqual([{ answer: 1 }]);
  await Promise.all([mended.app.close(), mended.replay.close()]);
});

describe("a user of DATABASE_URL who is no superuser", () => {
  /** A database of an ordinary user, as a database administrator gives it. */
  async function given(attributes: string): Promise<Database> {
    const other = await createTestDatabase();
    const role = `r_${Math.random().toString(16).slice(2, 10)}`;
    const name = new URL(other.db.url).pathname.slice(1);
    await other.db.sql.unsafe(
      `create role ${role} login ${attributes} password 'p'; alter database ${name} owner to ${role}`,
    );
    const url = new URL(other.db.url);
    [url.username, url.password] = [role, "p"];
    const db = await openDatabase(url.href, { connections: 2 });
    onTestFinished(async () => {
      await db.close();
      await other.drop();
      await owner.unsafe(`drop owned by ${role}; drop role ${role}`).catch(() => undefined);
    });
    return db;
  }

  test("who may make roles, and administers the groups, gets everything", async () => {
    const db = await given("createrole");
    const [{ user } = { user: "" }] = await db.sql<{ user: string }[]>`select current_user as user`;
    const refused = await migrate(db.sql)
      .then(() => openPools(db))
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "database.roles_denied" });
    expect(String(refused)).toContain(`GRANT tianyan_app, tianyan_county, tianyan_scoped, tianyan_replay TO "${user}"`);
    await owner.unsafe(
      `grant tianyan_app, tianyan_county, tianyan_scoped, tianyan_replay to ${user} with admin option`,
    );
    const opened = await openPools(db);
    expect(await codeOf(opened.app.sql`select from orders`)).toBe(DENIED);
    expect(await opened.replay.sql`select from orders`).toEqual([]);
    // The owner reads by its own policy, and no login comes in that is not of this database.
    expect(await db.sql`select from orders`).toEqual([]);
    expect(
      await codeOf(openPools(database.db).then(({ app, replay }) => Promise.all([app.close(), replay.close()]))),
    ).toBe("done");
    await Promise.all([opened.app.close(), opened.replay.close()]);
    // Once they are there, nothing is left to make.
    await owner.unsafe(`alter role ${user} nocreaterole`);
    const again = await openPools(db);
    await Promise.all([again.app.close(), again.replay.close()]);
  });

  test("who may not is told in one line what a database administrator runs", async () => {
    const db = await given("");
    const refused = await migrate(db.sql)
      .then(() => openPools(db))
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "database.roles_denied" });
    expect(refused).toHaveProperty("words.zh", expect.stringMatching(/^DATABASE_URL [^\n]+ALTER ROLE "r_[^\n]+$/));
  });
});
