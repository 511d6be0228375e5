import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, migrate, openPools, type Pools, verifyAudit } from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";
import { appendOne } from "./support/trail";
import { trustFigure } from "./support/trust";

let database: TestDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.db.sql);
  pools = await openPools(database.db);
  for (let n = 1; n <= 3; n++) await pools.app.sql.begin((tx) => appendOne(tx, n));
});
afterAll(async () => {
  await Promise.all([pools.app.close(), pools.replay.close()]);
  await database.drop();
});

/** As somebody would who has taken over the process that serves people, or the one that records. */
const ATTEMPTS = [
  "update audit_entry set payload = payload",
  "update audit_entry set hash = '' where seq = 1",
  "delete from audit_entry",
  "delete from audit_entry where seq = 3",
  "truncate audit_entry",
  "insert into audit_entry (payload, prev, hash) values ('{}', '', '')",
  "update audit_head set seq = 1",
  "delete from audit_head",
  "truncate audit_head",
  "insert into audit_segment select 1, 2, '', '', now(), now(), '', '', now()",
  "update audit_segment set to_seq = 3",
  "truncate audit_segment",
  "select audit_archive(1, 2, 'f', 'x')",
  "alter table audit_entry disable trigger user",
  "drop trigger audit_entry_update on audit_entry",
  "drop table audit_entry cascade",
  "alter function audit_append(jsonb) owner to current_user",
  "create or replace function audit_append(entry jsonb) returns bigint language sql as 'select 1::bigint'",
  "set session_replication_role = replica",
  "set role tianyan_scoped; delete from audit_entry",
] as const;

const logins: readonly (readonly [string, () => Database])[] = [
  ["the login that serves people", () => pools.app],
  ["the login that records", () => pools.replay],
];

test.each(logins)("%s can neither change, delete nor empty the trail, nor what guards it", async (_, login) => {
  const { sql } = login();
  for (const attempt of ATTEMPTS)
    await expect(
      sql.begin((tx) => tx.unsafe(attempt).simple()),
      attempt,
    ).rejects.toMatchObject({ code: "42501" });
  expect(await verifyAudit(login())).toMatchObject({ wrong: null, entries: 3 });
  trustFigure(5, `attempts of ${_} on the trail denied`, `${ATTEMPTS.length} of ${ATTEMPTS.length}`);
});

test.each(logins)("%s appends by the function, and reads", async (_, login) => {
  const { sql } = login();
  const before = (await verifyAudit(login())).entries;
  await sql.begin((tx) => appendOne(tx, 9));
  expect(await verifyAudit(login())).toMatchObject({ wrong: null, entries: before + 1 });
  // Taken back for the others: a transaction that does not commit leaves nothing.
  await sql
    .begin(async (tx) => {
      await appendOne(tx, 10);
      throw new Error("taken back");
    })
    .catch(() => undefined);
  expect((await verifyAudit(login())).entries).toBe(before + 1);
});

test("who reads business data as somebody has nothing of the trail", async () => {
  for (const role of ["tianyan_county", "tianyan_scoped"])
    await expect(
      pools.app.sql.begin(async (tx) => {
        await tx`select set_config('role', ${role}, true)`;
        await tx`select from audit_entry`;
      }),
      role,
    ).rejects.toMatchObject({ code: "42501" });
});
