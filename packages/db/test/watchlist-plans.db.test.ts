import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  countFacets,
  EVERYTHING,
  type FindingCriteria,
  figuresBySource,
  migrate,
  type OrderCriteria,
  type ScopeMoment,
  selectFindings,
  selectOrders,
  spanBySource,
  volumeByMonth,
} from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";

const ORDERS = 100_000;
const NOW = Date.UTC(2026, 10, 21);

let database: TestDatabase;

/** Two years of orders with a finding each, of which about a hundredth is to be looked at. */
beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database.db;
  await migrate(sql);
  await sql.unsafe(`
    insert into source (code, name, shape, profile, created_at) values ('a', 'A', 'event', '{}', now());
    insert into import_batch (source, profile_hash, actor, recorded_at, counts) values ('a', '', '', now(), '{}');
    insert into parameter_version (document, author, reason, effective_at, created_at) values ('{}', '', '', now(), now());
    insert into judgement (hash, parameter_version, created_at) values ('', 1, now());
    insert into orders (source, order_id, title, content, category, order_type, urgency, sla_class, district, channel, line,
      citizen_key, location, demand_class, recorded_at, batch, accepted_at, open_during, exempt_during)
    select 'a', 'O' || n, '小区' || n, repeat('反映情况', 40), '住房>物业' || n % 7, '', '', '', '街道' || n % 9, '', '', '', '', 'normal', now(), 1,
      '2026-11-21Z'::timestamptz - n * interval '17 minutes', '{}', '{}'
    from generate_series(1, ${ORDERS}) as n;
    with added as (
      insert into finding (source, order_id, key, rule, yellow_at, first_at, latest_at, cleared_at, events, measure, exempt,
        provisional, district, category, open_during, exempt_during, watch_during, judgement, from_gen)
      select 'a', order_id, 'overdue||', 'overdue', accepted_at, accepted_at, accepted_at, accepted_at + interval '7 days', '{}',
        json_build_object('hours', repeat('1', 200)), false, false, district, category, '{}', '{}',
        tstzmultirange(tstzrange(accepted_at, accepted_at + interval '7 days')), 1, 1
      from orders returning id, first_at)
    insert into finding_unit (finding, unit, since) select id, 'u' || id % 50, first_at from added;
    insert into leg (source, order_id, ordinal, unit, start_at, end_at)
    select source, order_id, 0, 'u1', accepted_at, accepted_at + interval '1 day' from orders;
    insert into order_event (source, order_id, position, part, batch, ref, has_id, at, kind, recorded_at)
    select source, order_id, row_number() over (), 0, 1, 'e', true, accepted_at, 'accepted', now() from orders;
    analyze`);
});
afterAll(() => database.drop());

const PAGE = { after: null, limit: 100, priority: null, folded: false } as const;

const findings = (change: Partial<FindingCriteria> = {}): FindingCriteria => ({
  generation: "1",
  at: NOW,
  watchlist: true,
  scope: EVERYTHING,
  rules: [],
  levels: [],
  units: [],
  districts: [],
  categories: [],
  sources: [],
  from: null,
  to: null,
  redBefore: null,
  text: null,
  exempt: null,
  statuses: [],
  order: null,
  newSince: null,
  own: null,
  decidedBy: null,
  ...change,
});

const FILTERS: Readonly<Record<string, Partial<FindingCriteria>>> = {
  rule: { rules: ["overdue"] },
  level: { levels: [1] },
  unit: { units: ["u1"] },
  district: { districts: ["街道1"] },
  category: { categories: ["住房"] },
  source: { sources: ["a"] },
  words: { text: "小区" },
  new: { from: NOW - 86_400_000 },
  unseen: { newSince: NOW - 86_400_000 },
  red: { redBefore: NOW + 86_400_000 },
};

/** Tables of which no list reads every row. */
const WIDE = ["finding", "orders", "order_event", "leg"];

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  /** Where it was run: 0 means that this part was not needed. */
  readonly "Actual Loops"?: number;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** As whom business is read: everything, or what the database itself narrows to a scope. */
const EYES = {
  county: { role: "tianyan_county", scope: EVERYTHING },
  district: { role: "tianyan_scoped", scope: { ...EVERYTHING, districts: ["街道1"] } },
  unit: { role: "tianyan_scoped", scope: { ...EVERYTHING, units: ["u1"] } },
  recused: { role: "tianyan_scoped", scope: { ...EVERYTHING, recused: ["u2"] } },
} as const;
type Eye = keyof typeof EYES;

/** How PostgreSQL would answer a query that was not sent: tables read from end to end, and indexes. */
async function planOf(eye: Eye, query: unknown, run = false) {
  const { sql } = database.db;
  const { role, scope } = EYES[eye];
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('role', ${role}, true), set_config('tianyan.scope', ${JSON.stringify(scope)}, true)`;
    return tx<{ "QUERY PLAN": readonly { readonly Plan: PlanNode }[] }[]>`
      explain (format json, analyze ${run ? tx`on` : tx`off`}) ${query as ReturnType<typeof tx>}`;
  });
  const nodes = (row?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => nodesOf(Plan));
  const whole = nodes
    .filter((node) => node["Node Type"].endsWith("Seq Scan") && node["Actual Loops"] !== 0)
    .map((node) => node["Relation Name"] ?? "");
  return { text: JSON.stringify(row), whole, indexes: nodes.flatMap((node) => node["Index Name"] ?? []) };
}

const all = Object.assign({}, ...Object.values(FILTERS)) as Partial<FindingCriteria>;

describe.each(Object.keys(EYES) as Eye[])("the watchlist is read by the index of what is on it: %s", (eye) => {
  test.each([["none", {}], ...Object.entries(FILTERS), ["all of them", all]] as const)("%s", async (_, filter) => {
    const { sql } = database.db;
    const criteria = findings({ ...filter, scope: EYES[eye].scope });
    for (const query of [
      selectFindings(sql, criteria, { ...PAGE, counted: false }),
      countFacets(sql, criteria, { unseenFrom: NOW, newFrom: NOW - 86_400_000, redBefore: NOW + 86_400_000 }),
    ]) {
      const { whole, indexes, text } = await planOf(eye, query);
      expect(
        whole.filter((table) => [...WIDE, "finding_face"].includes(table)),
        text,
      ).toEqual([]);
      expect(indexes.some((index) => /^finding_face_(watch|until|first)/.test(index))).toBe(true);
    }
  });
});

describe("everything that ever stood out is read in narrow rows, whatever the filter", () => {
  test.each([["none", {}], ...Object.entries(FILTERS), ["all of them", all]] as const)("%s", async (_, filter) => {
    const { sql } = database.db;
    const criteria = findings({ ...filter, watchlist: false });
    for (const query of [
      selectFindings(sql, criteria, { ...PAGE, counted: criteria.text !== null }),
      countFacets(sql, criteria, { unseenFrom: NOW, newFrom: NOW - 86_400_000, redBefore: NOW + 86_400_000 }),
    ]) {
      const { whole, text } = await planOf("county", query);
      expect(
        whole.filter((table) => WIDE.includes(table)),
        text,
      ).toEqual([]);
    }
  });
});

test("findings that are new are read by the index of first steps, cleared ones included", async () => {
  const { sql } = database.db;
  const { whole, indexes } = await planOf(
    "county",
    selectFindings(sql, findings({ watchlist: false, from: NOW - 86_400_000 }), { ...PAGE, counted: false }),
  );
  expect(whole).not.toContain("finding");
  expect(indexes).toContain("finding_face_first");
});

const orders = (change: Partial<OrderCriteria> = {}): OrderCriteria => ({
  generation: "1",
  at: NOW,
  scope: EVERYTHING,
  sources: [],
  districts: [],
  categories: [],
  units: [],
  state: null,
  from: null,
  to: null,
  text: null,
  deed: null,
  ...change,
});

test("orders are listed by the index of their acceptance", async () => {
  const { sql } = database.db;
  const { whole, indexes } = await planOf("county", selectOrders(sql, orders(), null, 100, false));
  expect(whole.filter((table) => [...WIDE, "order_face"].includes(table))).toEqual([]);
  expect(indexes).toContain("order_face_accepted");
});

describe("orders are looked through in narrow rows, whatever the filter", () => {
  const filters: Readonly<Record<string, Partial<OrderCriteria>>> = {
    open: { state: "open" },
    done: { state: "done" },
    unit: { units: ["u1"] },
    district: { districts: ["街道1"] },
    category: { categories: ["住房"] },
    source: { sources: ["a"] },
    words: { text: "小区" },
    period: { from: NOW - 86_400_000, to: NOW },
  };
  const every = Object.assign({}, ...Object.values(filters)) as Partial<OrderCriteria>;
  test.each([...Object.entries(filters), ["all of them", every]] as const)("%s", async (name, filter) => {
    const { sql } = database.db;
    const criteria = orders(filter);
    const { whole, text } = await planOf("county", selectOrders(sql, criteria, null, 100, true));
    // Who holds which orders now is asked of the legs, whose rows are narrow, too.
    const wide = criteria.units.length > 0 ? ["finding", "order_event"] : WIDE;
    expect(
      whole.filter((table) => wide.includes(table)),
      `${name}: ${text}`,
    ).toEqual([]);
  });
});

test("no event is counted to tell how many a source has", async () => {
  const { sql } = database.db;
  const moment: ScopeMoment = { generation: "1", at: NOW, scope: EVERYTHING };
  for (const query of [
    figuresBySource(sql, moment),
    volumeByMonth(sql, moment, [NOW - 30 * 86_400_000, NOW]),
    spanBySource(sql, moment),
  ]) {
    const { whole, text } = await planOf("county", query, true);
    expect(
      whole.filter((table) => WIDE.includes(table)),
      text,
    ).toEqual([]);
  }
});
