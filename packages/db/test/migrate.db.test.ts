import { expect, onTestFinished, test } from "vitest";
import { migrate, openDatabase, schemaVersion } from "../src/index";
import { createTestDatabase } from "./support/database";

async function emptyDatabase() {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  return database.db;
}

test("an empty database comes to our version, and a second time nothing is left to do", async () => {
  const { sql } = await emptyDatabase();
  expect(await schemaVersion(sql)).toBe(0);
  const first = await migrate(sql);
  expect(first.applied).toContain("sources_orders_events_findings");
  expect(await schemaVersion(sql)).toBe(first.version);
  expect(await migrate(sql)).toEqual({ version: first.version, applied: [] });
});

test("two processes that migrate at once do it once", async () => {
  const { sql } = await emptyDatabase();
  const both = await Promise.all([migrate(sql), migrate(sql)]);
  const [none, all] = both.map(({ applied }) => applied.length).sort((a, b) => a - b);
  const [known] = await sql<{ steps: number }[]>`select count(*)::int as steps from schema_migration`;
  expect([none, all]).toEqual([0, known?.steps]);
});

test("a database of a newer version is refused in one line that names both", async () => {
  const { sql } = await emptyDatabase();
  const { version } = await migrate(sql);
  await sql`insert into schema_migration (version, name, sha256) values (${version + 7}, 'later', '')`;
  const failure = await migrate(sql).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "database.newer" });
  expect(failure).toHaveProperty("words.zh", expect.stringContaining(String(version + 7)));
  expect(failure).toHaveProperty("words.en", expect.not.stringContaining("\n"));
});

test.each([
  ["mysql://localhost/x", "not PostgreSQL at all"],
  ["postgres://127.0.0.1:1/x", "where nothing listens"],
  ["postgres://%zz", "not an address"],
])("DATABASE_URL=%s is refused in one line: %s", async (url) => {
  const failure = await openDatabase(url).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "database.url_wrong" });
  expect(failure).toHaveProperty("words.zh", expect.stringMatching(/^DATABASE_URL [^\n]+$/));
});

test("a wrong password is refused without telling it", async () => {
  const url = new URL((await emptyDatabase()).url);
  url.username = "nobody-knows";
  url.password = "wrong-secret";
  const failure = await openDatabase(url.href).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "database.url_wrong" });
  expect(String(failure)).not.toContain("wrong-secret");
});
