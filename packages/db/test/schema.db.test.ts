import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, schema } from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.db.sql);
});
afterAll(() => database.drop());

const tables: readonly PgTable[] = Object.values(schema);

const typeNames: Readonly<Record<string, string>> = { "timestamp with time zone": "timestamptz" };
const shortType = (type: string): string => typeNames[type] ?? type;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
}

const sorted = (columns: readonly Column[]): Column[] =>
  [...columns].sort((a, b) => (`${a.table}.${a.column}` < `${b.table}.${b.column}` ? -1 : 1));

test("the schema that queries are written against is the one that the migrations make", async () => {
  const made = await database.db.sql<Column[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, a.attnotnull as required
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname <> 'schema_migration'`;
  const declared = tables.flatMap((table): Column[] => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const key = new Set(primaryKeys.flatMap((primary) => primary.columns.map((column) => column.name)));
    return columns.map((column) => ({
      table: name,
      column: column.name,
      type: column.getSQLType(),
      required: column.notNull || column.primary || key.has(column.name),
    }));
  });
  expect(sorted(made).map((column) => ({ ...column, type: shortType(column.type) }))).toEqual(
    sorted(declared).map((column) => ({ ...column, type: shortType(column.type) })),
  );
});

test("every index of the migrations is declared, and none else", async () => {
  const made = await database.db.sql<{ name: string }[]>`
    select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = i.relnamespace
    where n.nspname = 'public' and not x.indisprimary and not x.indisunique`;
  const declared = tables.flatMap((table) => getTableConfig(table).indexes.map((index) => index.config.name ?? ""));
  expect(made.map((row) => row.name).sort()).toEqual(declared.sort());
});

test("every table has a primary key but the staging table", async () => {
  const bare = await database.db.sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`;
  expect(bare.map((row) => row.name)).toEqual(["import_staging"]);
});
