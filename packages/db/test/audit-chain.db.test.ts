import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { appendAudit, migrate, openDatabase, readAuditHead, verifyAudit } from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";
import { appendOne, fillTrail } from "./support/trail";
import { trustCount, trustFigure } from "./support/trust";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.db.sql);
});
afterAll(() => database.drop());

const WRITERS = 50;

test(`${WRITERS} writers at once, some of which fail: no fork, no gap`, { timeout: 120_000 }, async () => {
  const each = trustCount(6, 40);
  const many = await openDatabase(database.db.url, { connections: WRITERS });
  onTestFinished(() => many.close());
  let written = 0;
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; n < each; n++) {
        const fails = (writer + n) % 5 === 0;
        await many.sql
          .begin(async (tx) => {
            await appendOne(tx, writer * each + n);
            if (fails) throw new Error("taken back");
          })
          .catch(() => undefined);
        written += fails ? 0 : 1;
      }
    }),
  );
  const verified = await verifyAudit(many);
  expect(verified).toMatchObject({ wrong: null, entries: written, head: { seq: written } });
  const forks = await many.sql`select prev from audit_entry group by prev having count(*) > 1`;
  expect(forks).toHaveLength(0);
  trustFigure(5, `${WRITERS} writers at once: entries, forks, gaps`, `${written}, ${forks.length}, 0`);
});

test("a chain is verified while others append to it", async () => {
  const { sql } = database.db;
  let over = false;
  const writing = (async () => {
    for (let n = 0; !over; n++) await sql.begin((tx) => appendOne(tx, n));
  })();
  for (let time = 0; time < 10; time++) expect((await verifyAudit(database.db)).wrong).toBeNull();
  over = true;
  await writing;
});

test("what PostgreSQL and the program hash is the same, whatever the texts hold", async () => {
  const { sql } = database.db;
  const odd = ["\u0000nul", "half \ud800", '"\\', "换行\n", "😀", "\u2028", "é", "\\u0000", '{"seq": 3}'];
  for (const text of odd)
    await sql.begin((tx) =>
      appendAudit(tx, {
        account: null,
        name: text,
        post: "system",
        action: "demo.loaded",
        subject: { type: "x", id: text },
        before: text,
        after: { [text]: text },
        outcome: "done",
        request: "-",
        address: "",
      }),
    );
  expect((await verifyAudit(database.db)).wrong).toBeNull();
});

test.each([
  ["without an action", { action: null }],
  ["with an outcome of its own", { outcome: "maybe" }],
  ["without a subject", { subject: {} }],
])("an entry %s is refused, and the chain goes on without a gap", async (_, given) => {
  const { sql } = database.db;
  const before = await sql.begin((tx) => readAuditHead(tx));
  const entry = {
    name: "n",
    post: "p",
    action: "a.b",
    subject: { type: "t", id: "i" },
    outcome: "done",
    request: "",
    address: "",
  };
  await expect(
    sql.begin((tx) => tx`select audit_append(${JSON.stringify({ ...entry, ...given })}::text::jsonb)`),
  ).rejects.toThrow();
  expect(await sql.begin((tx) => readAuditHead(tx))).toEqual(before);
});

test("not even the owner changes or deletes an entry by a plain statement", async () => {
  const { sql } = database.db;
  await sql.begin((tx) => appendOne(tx, 1));
  for (const statement of [
    "update audit_entry set payload = payload",
    "delete from audit_entry",
    "truncate audit_entry",
    "delete from audit_head",
    "truncate audit_head",
    "truncate audit_segment",
  ])
    await expect(sql.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
});

test(`${trustCount(5_000, 100_000)} entries are verified in a stream`, { timeout: 600_000 }, async () => {
  const fast = await createTestDatabase();
  onTestFinished(() => fast.drop());
  const { sql } = fast.db;
  await migrate(sql);
  const length = trustCount(5_000, 100_000);
  await fillTrail(
    sql,
    length,
    `jsonb_build_object('v', 1, 'seq', n, 'at', 1790000000000 + n * 1000::bigint, 'account', 'a' || n % 50,
      'name', '王' || n % 50, 'post', 'data_steward', 'action', 'registry.changed',
      'subject', jsonb_build_object('type', 'unit', 'id', 'U' || n % 300),
      'before', jsonb_build_object('name', '旧名 ' || n, 'aliases', jsonb_build_array('a', 'b')),
      'after', jsonb_build_object('name', '新名 ' || n, 'aliases', jsonb_build_array('a', 'b', 'c')),
      'outcome', 'done', 'request', md5(n::text), 'address', '10.0.0.' || n % 200)`,
  );
  const began = performance.now();
  const { wrong, entries } = await verifyAudit(fast.db);
  const rate = Math.round(entries / ((performance.now() - began) / 1000));
  expect({ wrong, entries }).toEqual({ wrong: null, entries: length });
  trustFigure(5, `entries verified a second, of ${length} (at least 50,000)`, rate);
});
