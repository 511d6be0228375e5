import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVERYTHING, migrate } from "../src/index";
import { type DeedCriteria, type DeedName, deedRows } from "../src/queries/deeds";
import { acceptedByDistrict, countFigures } from "../src/queries/overview";
import { createTestDatabase, type TestDatabase } from "./support/database";

const ORDERS = 40_000;
const MONTH = { from: Date.UTC(2026, 8, 1), to: Date.UTC(2026, 9, 1) };

let database: TestDatabase;

/** Two years of orders: eight events and one or two legs each, a verdict on every tenth, a finding on every fourth. */
beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database.db;
  await migrate(sql);
  await sql`insert into source (code, name, shape, profile, created_at) values ('s', 's', 'event', '{}', now())`;
  const [batch] = await sql<{ id: string }[]>`
    insert into import_batch (source, profile_hash, actor, recorded_at, counts)
    values ('s', '', 'test', now(), '{}') returning id::text as id`;
  const [version] = await sql<{ id: string }[]>`
    insert into parameter_version (document, author, reason, effective_at, created_at)
    values ('{}', 'test', '', now(), now()) returning id::text as id`;
  const [judgement] = await sql<{ id: string }[]>`
    insert into judgement (hash, parameter_version, created_at)
    values ('test', ${version?.id ?? ""}::bigint, now()) returning id::text as id`;
  const made = sql`generate_series(1, ${ORDERS}::integer) as n,
    lateral (select timestamptz '2025-01-01' + n * interval '26 minutes' as at, 'O' || n as id) o`;
  await sql`
    insert into orders (source, order_id, title, content, category, order_type, urgency, sla_class, district, channel,
      line, citizen_key, location, demand_class, recorded_at, batch, accepted_at, open_during, exempt_during)
    select 's', o.id, '', '', 'a>b', 'help', 'normal', '', 'D' || n % 18, '', '', '', '', 'normal', o.at,
      ${batch?.id ?? ""}::bigint, o.at, tstzmultirange(tstzrange(o.at, o.at + interval '5 days')), '{}'
    from ${made}`;
  await sql`
    insert into leg (source, order_id, ordinal, unit, start_at, end_at)
    select 's', o.id, p, 'U' || (n + p) % 60, o.at + p * interval '1 day', o.at + (p + 1) * interval '1 day'
    from ${made}, generate_series(0, n % 2) as p`;
  await sql`
    insert into order_event (source, order_id, position, part, batch, ref, has_id, at, kind, unit, recorded_at)
    select 's', o.id, n * 10 + p, 0, ${batch?.id ?? ""}::bigint, o.id || p, true, o.at + p * interval '3 hours',
      'progressed', 'centre', o.at
    from ${made}, generate_series(1, 8) as p`;
  await sql`
    insert into verdict (source, order_id, ordinal, unit, centre, approved, at)
    select 's', o.id, 0, 'U' || n % 60, 'centre', n % 20 = 0, o.at from ${made} where n % 10 = 0`;
  await sql`
    with added as (insert into finding (source, order_id, key, rule, yellow_at, first_at, latest_at, events, measure, exempt,
      provisional, district, category, open_during, exempt_during, watch_during, judgement, from_gen)
    select 's', o.id, 'overdue||', 'overdue', o.at, o.at, o.at, '{}', '{}', false, false, 'D' || n % 18, 'a>b',
      '{}', '{}', tstzmultirange(tstzrange(o.at, null)), ${judgement?.id ?? ""}::bigint, 1
    from ${made} where n % 4 = 0 returning id, first_at)
    insert into finding_unit (finding, unit, since) select id, 'U' || id % 60, first_at from added`;
  await sql`analyze`;
});
afterAll(() => database.drop());

const criteria: DeedCriteria = {
  generation: "1",
  at: Date.UTC(2026, 10, 22),
  scope: EVERYTHING,
  sources: [],
  ...MONTH,
};

/** Which indexes a statement reads, and which tables it reads from end to end. */
async function planOf(rows: (sql: TestDatabase["db"]["sql"]) => ReturnType<typeof deedRows>) {
  const { sql } = database.db;
  const lines = await sql<{ "QUERY PLAN": string }[]>`explain ${rows(sql)}`;
  const text = lines.map((line) => line["QUERY PLAN"]).join("\n");
  return { text, whole: [...text.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table) };
}

describe("a month among two years is read by an index", () => {
  test.each([
    ["found", "finding_first"],
    ["received", "leg_start"],
    ["flagged", "finding_first"],
    ["return_rejected", "verdict_at"],
    ["return_approved", "verdict_at"],
    ["handed_on", "leg_start"],
  ] as const satisfies readonly (readonly [DeedName, string])[])("%s: %s", async (deed, index) => {
    const { text, whole } = await planOf((sql) => deedRows(sql, deed, criteria));
    expect(text).toContain(index);
    // The leg before each, and the units named, may be looked up or hashed, as the planner likes.
    const never = deed === "handed_on" ? ["order_event", "orders"] : ["order_event", "finding", "leg", "verdict"];
    expect(
      whole.filter((table) => never.includes(table ?? "")),
      text,
    ).toEqual([]);
  });
});

test("the figures of that month are those that were put in", async () => {
  const { sql } = database.db;
  const accepted = await acceptedByDistrict(sql, criteria, MONTH);
  const expected = Math.round((30 * 24 * 60) / 26);
  expect(Math.abs(accepted.reduce((sum, { orders }) => sum + orders, 0) - expected)).toBeLessThanOrEqual(1);
  const figures = await countFigures(
    sql,
    {
      ...criteria,
      watchlist: false,
      rules: [],
      levels: [],
      units: [],
      districts: [],
      categories: [],
      redBefore: null,
      text: null,
      exempt: false,
      statuses: [],
      order: null,
      newSince: null,
      own: null,
      decidedBy: null,
    },
    { now: MONTH, before: MONTH, parts: [MONTH] },
  );
  const counts = (figure: string) => figures.filter((row) => row.figure === figure).map(({ count }) => count);
  expect(Math.abs((counts("rule")[0] ?? 0) - expected / 4)).toBeLessThanOrEqual(1);
  expect(counts("before")).toEqual(counts("rule"));
  expect(counts("part")).toEqual(counts("rule"));
});
